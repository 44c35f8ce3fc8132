package dev.migrator.profile.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LargeRowsTest {

    private static final TestPostgres POSTGRES = TestPostgres.newest();

    @TempDir
    private Path folder;

    private Database source;

    @BeforeEach
    void createSource() {
        source = POSTGRES.createDatabase("large");
    }

    @Test
    void rowsOf64MebibytesPassInAHeapOf256ByTwoWorkersAtOnce() throws Exception {
        for (String table : List.of("a", "b")) {
            Sql.run(
                    source,
                    "CREATE TABLE public." + table + " (content bytea)",
                    // Text has two digits for each byte.
                    "INSERT INTO public." + table + " SELECT decode(repeat('5a', 32 * 1024 * 1024 - 10), 'hex')"
                            + " FROM generate_series(1, 3)");
        }

        assertThat(captureIn256Mebibytes()).contains("captured 6 rows");
    }

    @Test
    void aLongerRowIsAnErrorThatNamesItsTable() throws Exception {
        Sql.run(
                source,
                "CREATE TABLE public.scans (content text)",
                "INSERT INTO public.scans SELECT repeat('x', 300 * 1024 * 1024)");

        assertThat(captureIn256Mebibytes())
                .contains("RowTooLong: a row is too long for the memory of this JVM: public.scans");
    }

    private String captureIn256Mebibytes() throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Capture.class.getName(),
                folder.toString(),
                source.url());
        java.environment().put("TEST_PASSWORD", POSTGRES.password());
        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }

    /** Captures in a JVM of its own. */
    static final class Capture {
        public static void main(String[] folderAndUrl) {
            Credentials credentials = new Credentials(POSTGRES_USER, System.getenv("TEST_PASSWORD"));
            Captured captured =
                    new CaptureRoom(Path.of(folderAndUrl[0])).capture(JdbcDatabase.of(folderAndUrl[1], credentials));
            System.out.println("captured " + captured.counts().rows() + " rows");
        }

        private static final String POSTGRES_USER = "postgres";
    }
}
