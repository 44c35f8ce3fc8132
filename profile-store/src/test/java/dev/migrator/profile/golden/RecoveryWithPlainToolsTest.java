package dev.migrator.profile.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the script of {@code docs/store-format.md} as it stands there: no line of migrator takes part in it. */
class RecoveryWithPlainToolsTest {

    private static final Pattern SCRIPT = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireTools() throws Exception {
        for (String tool : List.of("zstd", "dd", "sha256sum", "psql")) {
            Process found = new ProcessBuilder("sh", "-c", "command -v " + tool).start();
            found.getInputStream().readAllBytes();
            assumeThat(found.waitFor()).as(tool + " is installed").isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"customer, id, n::text", "'odd \"notes\"', 1, n::text", "long_rows, id, n::text"})
    void a_table_comes_back(String table, String order, String columns) throws Exception {
        GoldenSnapshot golden = GoldenSnapshot.all().get(0);
        Database expected = TestPostgres.newest().createDatabase("golden");
        Rows.execute(expected, golden.source());
        Database scratch = TestPostgres.newest().createDatabase("recovery");

        String said = recover(golden.store(), golden, table, scratch);

        String query = "SELECT " + columns + " FROM app.\"" + table.replace("\"", "\"\"") + "\" AS n ORDER BY " + order;
        assertThat(Rows.of(scratch, query))
                .as(said)
                .isEqualTo(Rows.of(expected, query))
                .isNotEmpty();
    }

    @Test
    void a_damaged_pack_is_noticed_there_too() throws Exception {
        GoldenSnapshot golden = GoldenSnapshot.all().get(0);
        Path copy = folder.resolve("store");
        try (var files = Files.walk(golden.store())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(golden.store().relativize(file).toString()));
            }
        }
        try (var packs = Files.list(copy.resolve("golden/packs"))) {
            for (Path pack : (Iterable<Path>) packs::iterator) {
                byte[] bytes = Files.readAllBytes(pack);
                for (int i = 20; i < bytes.length; i += 20) {
                    bytes[i] ^= 1;
                }
                Files.write(pack, bytes);
            }
        }
        Database scratch = TestPostgres.newest().createDatabase("recovery");

        recover(copy, golden, "customer", scratch);

        assertThat(Rows.of(scratch, "SELECT 1 FROM app.customer")).isEmpty();
    }

    private String recover(Path store, GoldenSnapshot golden, String table, Database scratch) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", script()).redirectErrorStream(true);
        URI server = URI.create(scratch.url().substring("jdbc:".length()));
        shell.environment()
                .putAll(Map.of(
                        "STORE", store.toString(),
                        "PROFILE", GoldenSnapshot.PROFILE.value(),
                        "SNAPSHOT", golden.ref().snapshot().sha256(),
                        "SCHEMA", "app",
                        "TABLE", table,
                        "PGHOST", server.getHost(),
                        "PGPORT", String.valueOf(server.getPort()),
                        "PGDATABASE", scratch.name(),
                        "PGUSER", TestPostgres.newest().user(),
                        "PGPASSWORD", TestPostgres.newest().password()));
        shell.environment().put("TMPDIR", folder.toString());
        Process running = shell.start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8);
        return said + "\nexit code " + running.waitFor();
    }

    private static String script() throws IOException {
        Matcher script = SCRIPT.matcher(Files.readString(Path.of("../docs/store-format.md")));
        assertThat(script.find()).isTrue();
        return script.group(1);
    }
}
