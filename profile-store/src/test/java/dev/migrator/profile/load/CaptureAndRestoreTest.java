package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.profile.capture.MediaFolder;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureAndRestoreTest {

    private final TestPostgres server = TestPostgres.newest();

    @Test
    void mediaComeBackBesideTheRows(@TempDir Path home) throws Exception {
        Path uploads = Files.createDirectories(home.resolve("uploads/deep/empty"))
                .getParent()
                .getParent();
        Files.writeString(uploads.resolve("deep/ü 🙂"), "content");
        Files.createSymbolicLink(uploads.resolve("link"), Path.of("/etc/hostname"));
        Taken taken = Taken.of(database(server, "CREATE TABLE t ()"), new MediaFolder("uploads", uploads));

        Restoring.of(taken, absent(server))
                .media(Map.of("uploads", home.resolve("restored")))
                .run();

        assertThat(home.resolve("restored/deep/ü 🙂")).hasContent("content");
        assertThat(home.resolve("restored/deep/empty")).isEmptyDirectory();
        assertThat(Files.readSymbolicLink(home.resolve("restored/link"))).hasToString("/etc/hostname");
    }

    @Test
    void largeObjectsOfManyPiecesComeBackWithTheirPrivileges() throws SQLException {
        String reader = "reader \"" + UUID.randomUUID().toString().substring(0, 8);
        String quoted = "\"" + reader.replace("\"", "\"\"") + "\"";
        execute(server.maintenance(), "CREATE ROLE " + quoted);
        Database source = database(
                server,
                "SELECT lo_from_bytea(7, convert_to(string_agg(md5(i::text), ''), 'UTF8')) FROM generate_series(1, 300000) i;"
                        + "GRANT SELECT ON LARGE OBJECT 7 TO " + quoted);

        Database restored = Restoring.of(Taken.of(source), absent(server)).run();

        String hash = "SELECT md5(lo_get(7))";
        assertThat(values(restored, hash)).isEqualTo(values(source, hash));
        assertThat(values(restored, "SELECT lomacl::text FROM pg_largeobject_metadata"))
                .isEqualTo(values(source, "SELECT lomacl::text FROM pg_largeobject_metadata"));
    }

    /** What was restored can be captured, and that is the same snapshot but for the time. */
    @Test
    void aRestoredDatabaseIsASourceLikeAnyOther() throws SQLException {
        Database source = database(
                server,
                "CREATE TABLE t (id serial PRIMARY KEY, x text); INSERT INTO t (x) SELECT i FROM generate_series(1, 99) i;"
                        + "DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE %I IS ''mine''', current_database()); END $$");
        Taken first = Taken.of(source);
        Database restored = Restoring.of(first, absent(server)).run();

        Taken second = Taken.of(restored);

        assertThat(second.manifest().catalog().objects())
                .isEqualTo(first.manifest().catalog().objects());
        assertThat(second.manifest().catalog().database())
                .isEqualTo(first.manifest().catalog().database());
        assertThat(second.manifest().tables().get(0).digest())
                .isEqualTo(first.manifest().tables().get(0).digest());
    }
}
