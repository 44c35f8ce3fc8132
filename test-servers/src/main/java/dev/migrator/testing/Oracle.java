package dev.migrator.catalog;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * pg_dump's judgement: what a database that pg_dump has restored looks like, and whether another is the same to the letter.
 *
 * <p>Needs the project's shared folder beside it (elsewhere {@code -Dit.shared=DIR}) and a pg_dump of the server's major or newer on the
 * PATH (elsewhere {@code -Dit.pgDump=FILE}).
 */
final class Oracle {

    private static final Path SHARED = Path.of(System.getProperty("it.shared", "../../shared"))
            .toAbsolutePath()
            .normalize();

    private static final String PG_DUMP = System.getProperty("it.pgDump", "pg_dump");

    private static final Pattern CREATE_TABLE = Pattern.compile("CREATE (?:UNLOGGED )?TABLE (.+) \\(");

    private static final Pattern NOT_NULL = Pattern.compile("(?m)^    NOT NULL ([^ ,]+),?$");

    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final TestPostgres server;

    Oracle(TestPostgres server) {
        this.server = server;
    }

    /** Why there is no judgement on this machine; empty where there is. */
    Optional<String> missing() throws IOException, InterruptedException {
        if (!Files.isExecutable(SHARED.resolve("datasets/load.sh"))) {
            return Optional.of("no data sets in " + SHARED);
        }
        try {
            Matcher version = MAJOR.matcher(run(List.of(PG_DUMP, "--version")).output());
            return version.find() && Integer.parseInt(version.group(1)) >= server.major()
                    ? Optional.empty()
                    : Optional.of(PG_DUMP + " is older than " + server);
        } catch (IOException e) {
            return Optional.of("no " + PG_DUMP);
        }
    }

    /** A database with the data set in it; empty where this build of the server lacks something that it needs. */
    Optional<Database> load(String dataset) throws IOException, InterruptedException {
        Database database = server.createDatabase(dataset);
        Result loaded = run(List.of(SHARED.resolve("datasets/load.sh").toString(), dataset, database.name()));
        return loaded.exit() == 0 ? Optional.of(database) : Optional.empty();
    }

    /** A copy that pg_dump and psql have made. */
    Database twinOf(Database database) throws IOException, InterruptedException {
        Database twin = server.createDatabase("twin");
        String dump = run(List.of(PG_DUMP, "-s", "-d", database.name())).output();
        run(
                server.major() < 18 ? inOldWords(dump) : dump,
                List.of("psql", "-Xq", "-o", "/dev/null", "-d", twin.name()));
        return twin;
    }

    /** What psql says while it runs a script, warnings of the server about its own settings left out; empty where all is well. */
    String psql(String script, Database database) throws IOException, InterruptedException {
        return run(script, List.of("psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-d", database.name()))
                .output()
                .lines()
                .filter(line -> !line.contains("wal_level"))
                .filter(line -> !line.contains("logical decoding"))
                .collect(Collectors.joining("\n"));
    }

    /** pg_dump 18 writes NOT NULL of an inherited column so that only a server of 18 understands it. */
    private static String inOldWords(String dump) {
        StringBuilder after = new StringBuilder();
        String table = "";
        for (String line : dump.split("\n", -1)) {
            Matcher create = CREATE_TABLE.matcher(line);
            Matcher notNull = NOT_NULL.matcher(line);
            if (create.matches()) {
                table = create.group(1);
            } else if (notNull.matches()) {
                after.append("ALTER TABLE ONLY %s ALTER COLUMN %s SET NOT NULL;\n".formatted(table, notNull.group(1)));
            }
        }
        return NOT_NULL.matcher(dump).replaceAll("").replaceAll(",\n+\\)", "\n)") + after;
    }

    /** What differs between the dumps of two databases; empty where nothing does. */
    String difference(Database one, Database other, String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(SHARED.resolve("oracle/compare.sh").toString(), one.name(), other.name()));
        command.addAll(List.of(options));
        Result result = run(command);
        return result.exit() == 0 ? "" : result.output();
    }

    private Result run(List<String> command) throws IOException, InterruptedException {
        return run("", command);
    }

    private Result run(String input, List<String> command) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile("oracle", ".sql"), input);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectInput(file.toFile());
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", String.valueOf(server.port()));
        builder.environment().put("PGUSER", server.user());
        builder.environment().put("PGPASSWORD", server.password());
        builder.environment().put("PGDUMP", PG_DUMP);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        Files.delete(file);
        return new Result(exit, output);
    }

    private record Result(int exit, String output) {}
}
