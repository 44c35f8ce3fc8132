package dev.migrator.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs PostgreSQL's own programs of this machine, as the superuser of a server. */
record Client(TestPostgres server) {

    /** @param output what it has printed, errors among it */
    record Result(int exit, String output) {}

    /** Runs a program that reads no input. */
    Result run(List<String> command) throws IOException, InterruptedException {
        return run("", command);
    }

    Result run(String input, List<String> command) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile("client", ".sql"), input);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectInput(file.toFile());
        builder.environment().put("PGHOST", server.host());
        builder.environment().put("PGPORT", String.valueOf(server.port()));
        builder.environment().put("PGUSER", server.user());
        builder.environment().put("PGPASSWORD", server.password());
        builder.environment().put("PGDUMP", Oracle.PG_DUMP);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        Files.delete(file);
        return new Result(exit, output);
    }
}
