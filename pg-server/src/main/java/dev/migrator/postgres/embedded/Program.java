package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a program that was run to its end left behind.
 *
 * @param exit its exit code
 * @param output what it printed on both streams
 */
record Program(int exit, String output) {

    /**
     * Runs a program. Its output goes to a file and its input is empty: a server that it starts and leaves behind then holds no pipe
     * of this JVM's, which would keep the build from ending.
     */
    static Program run(List<String> command) throws IOException {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        Path output = Files.createTempFile(directory, "migrator", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            settle(builder.environment());
            int exit = builder.start().waitFor();
            return new Program(
                    exit,
                    Files.readString(output, Charset.forName("ISO-8859-1")).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " ran", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    boolean succeeded() {
        return exit == 0;
    }

    /** The user's PGDATA, PGPORT or LC_MESSAGES must not reach our server. */
    private static void settle(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
    }

    private static java.io.File nothing() {
        Path device = Path.of("/dev/null");
        return Files.exists(device) ? device.toFile() : new java.io.File("NUL");
    }
}
