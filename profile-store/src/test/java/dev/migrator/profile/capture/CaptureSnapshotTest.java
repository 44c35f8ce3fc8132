package dev.migrator.profile.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureSnapshotTest {

    @TempDir
    private Path folder;

    private CaptureRoom room;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @BeforeEach
    void openStore() {
        room = new CaptureRoom(folder);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aRoleThatMayOnlyReadCapturesTheSameAsASuperuser(int major) {
        Database source = CaptureRoom.source(major);
        Sql.run(
                source,
                "CREATE TABLE app.t (id serial PRIMARY KEY, note text)",
                "INSERT INTO app.t (note) VALUES ('x')",
                "DO 'BEGIN CREATE ROLE reader LOGIN PASSWORD ''reader''; EXCEPTION WHEN duplicate_object THEN NULL; END'",
                "GRANT pg_read_all_data TO reader");
        Database asReader = TestPostgres.of(major).database(source.name(), "reader", "reader");

        Manifest read = room.capture(asReader).manifest();

        Manifest bySuperuser = room.capture(source).manifest();
        assertThat(read.tables()).isEqualTo(bySuperuser.tables());
        assertThat(read.sequences()).isEqualTo(bySuperuser.sequences());
        assertThat(read.catalog()).isEqualTo(bySuperuser.catalog());
    }

    @Test
    void mediaFoldersAreReadIntoTheSameSnapshot() throws IOException {
        Path uploads = Files.createDirectories(folder.resolve("uploads/2024"));
        Files.writeString(uploads.resolve("scan.txt"), "scanned");
        Database source = CaptureRoom.source(TestPostgres.newestMajor());
        MediaFolder media = new MediaFolder("uploads", folder.resolve("uploads"));

        Captured captured = room.capture(CaptureRoom.request(source, Masking.raw(), List.of(media), null));

        List<MediaTree.Entry> entries = captured.manifest().media().get(0).entries();
        assertThat(entries).extracting(MediaTree.Entry::path).containsExactly("2024", "2024/scan.txt");
        assertThat(new String(room.bytes(entries.get(1).chunks()), UTF_8)).isEqualTo("scanned");
        assertThat(captured.counts().mediaFiles()).isEqualTo(1);
        assertThat(captured.counts().mediaBytes()).isEqualTo(7);
    }

    @Test
    void aMediaFolderThatIsMissingIsFoundBeforeAnythingIsStored() {
        Database source = CaptureRoom.source(TestPostgres.newestMajor());
        MediaFolder media = new MediaFolder("uploads", folder.resolve("nowhere"));

        assertThatThrownBy(() -> room.capture(CaptureRoom.request(source, Masking.raw(), List.of(media), null)))
                .isInstanceOf(CaptureException.MediaUnreadable.class);
        assertThat(room.keys()).isEmpty();
    }

    @Test
    void aSecondCaptureStoresNothingThatIsThereAlready() {
        Database source = CaptureRoom.source(TestPostgres.newestMajor());
        Sql.run(
                source,
                "CREATE TABLE app.t (id int, filler text)",
                "INSERT INTO app.t SELECT i, repeat('x', 100) FROM generate_series(1, 50000) i");
        Captured first = room.capture(source);

        Captured second = room.capture(CaptureRoom.request(source, Masking.raw(), List.of(), first.id()));

        assertThat(first.counts().newChunks()).isPositive();
        assertThat(second.counts().newChunks()).isZero();
        assertThat(second.counts().newPacks()).isZero();
        assertThat(second.counts().knownChunks()).isEqualTo(first.counts().newChunks());
        assertThat(second.manifest().parent()).isEqualTo(first.id());
        assertThat(second.manifest().tables()).isEqualTo(first.manifest().tables());
    }

    @Test
    void theManifestIsWhatTheStoreGivesBackAndSaysWhereItCameFrom() {
        Database source = CaptureRoom.source(TestPostgres.newestMajor());
        Sql.run(source, "CREATE TABLE app.t (id int)", "INSERT INTO app.t VALUES (1)");
        CaptureRequest request = new CaptureRequest(
                source,
                Masking.none(),
                List.of(),
                null,
                connection -> "007 seen with " + Sql.value(connection, "SELECT count(*) FROM app.t") + " row",
                1);

        Captured captured = room.capture(request);

        assertThat(room.space.manifest(captured.id())).isEqualTo(captured.manifest());
        assertThat(captured.manifest().migrationVersion()).isEqualTo("007 seen with 1 row");
        assertThat(captured.manifest().masking()).isEqualTo(new Manifest.MaskingRecord("none", null));
        assertThat(captured.manifest().writer()).matches("migrator \\d.*");
        assertThat(captured.manifest().catalog().tables()).isEmpty();
        assertThat(captured.manifest().catalog().server().major())
                .isEqualTo(TestPostgres.newest().major());
        assertThat(room.events).contains(new ProgressEvent.TableDone("app.t", 1, 2));
        assertThat(room.keys()).noneMatch(key -> key.contains("/leases/"));
    }

    @Test
    void aRestoredSourceDoesNotPassItsMarkOn() {
        Database source = CaptureRoom.source(TestPostgres.newestMajor());
        String marked = "ours\nmigrator: {\"profile\":\"p\",\"restoredAt\":\"2024-01-01T00:00:00Z\",\"restore\":\"1\"}";
        Sql.run(source, "COMMENT ON DATABASE \"" + source.name() + "\" IS '" + marked + "'");

        assertThat(room.capture(source).manifest().catalog().database().comment())
                .isEqualTo("ours");
    }
}
