package dev.migrator.profile.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.load.AccessPolicy;
import dev.migrator.profile.load.RestoreSnapshot;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.media.SnapshotMedia;
import dev.migrator.profile.store.PackCache;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What released versions wrote is read for ever. */
class GoldenSnapshotTest {

    @TempDir
    private Path folder;

    static List<GoldenSnapshot> all() throws Exception {
        return GoldenSnapshot.all();
    }

    @Test
    void there_is_one_of_format_1() throws Exception {
        assertThat(all()).extracting(GoldenSnapshot::toString).contains("format-1");
    }

    @ParameterizedTest
    @MethodSource("all")
    void its_ref_pins_its_manifest_and_each_chunk_is_what_its_hash_says(GoldenSnapshot golden) {
        PackCache cache = cache(golden);
        Manifest manifest = cache.manifest(golden.ref().snapshot());

        golden.ref().requireTrueTo(manifest);

        assertThat(manifest.chunks()
                        .map(cache::read)
                        .mapToLong(bytes -> bytes.length)
                        .sum())
                .isGreaterThan(3_000_000);
        assertThat(manifest.tables()).extracting("name").contains("odd \"notes\"", "customer", "empty_table");
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_restored_into_the_database_that_its_script_makes(GoldenSnapshot golden) throws Exception {
        PackCache cache = cache(golden);
        Manifest manifest = cache.manifest(golden.ref().snapshot());
        Database expected = TestPostgres.newest().createDatabase("golden");
        Rows.execute(expected, golden.source());
        Database restored = TestPostgres.newest().createDatabase("restored");

        new RestoreSnapshot(manifest, cache, AccessPolicy.SKIP, 2, ProgressListener.NONE).fill(restored);

        for (String query : queries()) {
            assertThat(Rows.of(restored, query))
                    .as(query)
                    .isEqualTo(Rows.of(expected, query))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void its_files_come_back(GoldenSnapshot golden) throws Exception {
        PackCache cache = cache(golden);
        Manifest manifest = cache.manifest(golden.ref().snapshot());
        Path uploads = Files.createDirectory(folder.resolve("uploads"));

        new SnapshotMedia(manifest.media(), cache).writeInto("uploads", uploads);

        assertThat(uploads.resolve("2026/über uns.txt")).hasContent("Wir sind es.");
        assertThat(uploads.resolve("2026/pixel.bin")).hasBinaryContent(new byte[] {0, 1, 2, (byte) 0xff});
        assertThat(uploads.resolve("2026/empty")).isEmptyDirectory();
        assertThat(uploads.resolve("nothing")).isEmptyFile();
        assertThat(Files.readSymbolicLink(uploads.resolve("latest"))).hasToString("2026/pixel.bin");
    }

    private static List<String> queries() {
        List<String> queries = new ArrayList<>();
        queries.add("SELECT c::text FROM app.customer AS c ORDER BY id");
        queries.add("SELECT n::text FROM app.\"odd \"\"notes\"\"\" AS n ORDER BY 1");
        queries.add("SELECT md5(string_agg(r::text, ',' ORDER BY id)) FROM app.long_rows AS r");
        queries.add("SELECT count(*)::text FROM app.empty_table");
        queries.add("SELECT name FROM app.happy");
        queries.add("SELECT last_value::text FROM app.customer_id_seq");
        queries.add("SELECT encode(lo_get(4711), 'hex')");
        return queries;
    }

    private PackCache cache(GoldenSnapshot golden) {
        return new PackCache(folder.resolve("cache"), golden.space(), Disk.local());
    }
}
