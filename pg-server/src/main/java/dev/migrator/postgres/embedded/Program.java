package dev.migrator.postgres.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a program that was run to its end left behind.
 *
 * @param exit its exit code
 * @param output what it printed on both streams
 */
record Program(int exit, String output) {

    private static final Set<String> KEPT =
            Set.of("PATH", "LD_LIBRARY_PATH", "TMPDIR", "TMP", "TEMP", "SystemRoot", "SYSTEMROOT");

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

    /**
     * A server must not get the user's PGDATA or LC_MESSAGES, nor, for as long as it runs, the secrets that a build has in its
     * environment.
     */
    private static void settle(Map<String, String> environment) {
        environment.keySet().retainAll(KEPT);
        environment.put("LC_ALL", "C");
    }

    private static File nothing() {
        Path device = Path.of("/dev/null");
        return Files.exists(device) ? device.toFile() : new File("NUL");
    }
}
