package dev.migrator.profile.store;

import static dev.migrator.profile.event.ProgressListener.NONE;
import static dev.migrator.profile.store.Bytes.noise;
import static dev.migrator.profile.store.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.ManifestFile;
import dev.migrator.profile.manifest.SampleManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody or something did to the files of a store, and what is said about it. */
class DamagedStoreTest {

    private static final byte[] ROWS = text(IntStream.range(0, 4000)
            .mapToObj(i -> i + "\t" + i * 7919 % 4001 + "\n")
            .collect(Collectors.joining()));

    @TempDir
    private Path folder;

    private ProfileSpace space;
    private Manifest manifest;
    private SnapshotId snapshot;
    private Chunk rows;
    private Chunk file;
    private int caches;

    @BeforeEach
    void uploadSnapshot() {
        space = new ProfileSpace(new DirectoryStore(folder.resolve("store")), new ProfileName("orders"));
        space.prepare();
        try (PackWriter packs = new PackWriter(space, KnownChunks.none(), folder.resolve("work"))) {
            rows = packs.add(ROWS, 0, ROWS.length, 4000);
            file = packs.add(noise(5000), 0, 5000, 0);
            packs.finish();
        }
        manifest = SampleManifest.with(List.of(rows, file));
        snapshot = space.publish(manifest);
    }

    @Test
    void a_pack_that_is_gone_is_named() throws IOException {
        Files.delete(pack());

        assertThatThrownBy(() -> cache().read(rows))
                .isInstanceOf(StoreException.Missing.class)
                .hasMessageContaining("a pack of the snapshot is gone")
                .hasMessageContaining("file:" + pack())
                .hasMessageContaining("backup");
        assertThatThrownBy(() -> cache().fetch(manifest, NONE)).isInstanceOf(StoreException.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, -1})
    void a_truncated_pack_is_named_with_its_length(int length) throws IOException {
        byte[] whole = Files.readAllBytes(pack());
        int kept = length < 0 ? whole.length + length : length;
        Files.write(pack(), Arrays.copyOf(whole, kept));

        assertThatThrownBy(() -> cache().read(file))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("shorter than its manifest says")
                .hasMessageContaining("file:" + pack() + ", " + kept + " bytes instead of " + whole.length);
        assertThatThrownBy(() -> cache().fetch(manifest, NONE)).isInstanceOf(StoreException.Corrupt.class);
    }

    /** Frame header with magic number and size, block header, body, last byte. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 6, 8, 9, 20, 40, -2, -1})
    void one_bit_flipped_in_a_frame_is_found(int position) throws IOException {
        byte[] pack = Files.readAllBytes(pack());
        for (Chunk chunk : List.of(rows, file)) {
            byte[] damaged = pack.clone();
            int at = (int) (position < 0 ? chunk.offset() + chunk.length() + position : chunk.offset() + position);
            damaged[at] ^= 0x10;
            Files.write(pack(), damaged);

            assertThatThrownBy(() -> cache().read(chunk))
                    .isInstanceOf(StoreException.Corrupt.class)
                    .hasMessageContaining("a pack of the snapshot is damaged")
                    .hasMessageContaining("file:" + pack() + " at " + chunk.offset());
        }
    }

    @Test
    void no_flipped_bit_gives_other_bytes_than_were_stored() throws IOException {
        byte[] pack = Files.readAllBytes(pack());
        for (int position = 0; position < rows.length(); position += 41) {
            byte[] damaged = pack.clone();
            damaged[position] ^= (byte) (1 << position % 8);
            Path copy = Files.write(folder.resolve("copy"), damaged);

            // A bit without a meaning may be flipped; then the bytes are the right ones all the same.
            byte[] read = FrameReader.read(copy, rows);
            if (read != null) {
                assertThat(read).isEqualTo(ROWS);
            }
        }
    }

    @Test
    void frames_that_were_exchanged_are_found() throws IOException {
        Chunk elsewhere = new Chunk(rows.sha256(), file.pack(), file.offset(), file.length(), file.plainLength(), 0);

        assertThatThrownBy(() -> cache().read(elsewhere)).isInstanceOf(StoreException.Corrupt.class);
    }

    @Test
    void a_chunk_that_says_a_wrong_length_is_found() {
        for (int wrong : new int[] {-1, 1}) {
            Chunk chunk = new Chunk(rows.sha256(), rows.pack(), 0, rows.length(), ROWS.length + wrong, 0);
            assertThatThrownBy(() -> cache().read(chunk)).isInstanceOf(StoreException.Corrupt.class);
        }
        Chunk cut = new Chunk(rows.sha256(), rows.pack(), 0, rows.length() - 1, ROWS.length, 0);
        assertThatThrownBy(() -> cache().read(cut)).isInstanceOf(StoreException.Corrupt.class);
    }

    @Test
    void a_manifest_that_is_gone_is_named_with_what_to_check() throws IOException {
        Files.delete(manifestFile());

        assertThatThrownBy(() -> space.manifest(snapshot))
                .isInstanceOf(StoreException.Missing.class)
                .hasMessageContaining("the store has no such snapshot")
                .hasMessageContaining("file:" + manifestFile())
                .hasMessageContaining("migrator.store")
                .hasMessageContaining("mvn migrator:use -Dprofile=orders -Dmigrator.snapshot=latest");
        assertThatThrownBy(() -> cache().manifest(snapshot)).isInstanceOf(StoreException.Missing.class);
    }

    @Test
    void a_store_whose_folder_is_gone_is_not_taken_for_one_without_the_snapshot() throws IOException {
        PackCache warm = cache();
        warm.manifest(snapshot);
        Files.move(folder.resolve("store"), folder.resolve("elsewhere"));

        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> cache().manifest(snapshot), () -> warm.read(rows), () -> warm.fetch(manifest, NONE))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(StoreException.NothingThere.class)
                    .hasMessageContaining("folder does not exist: file:" + folder.resolve("store") + ". Mount");
        }
    }

    @Test
    void a_snapshot_that_was_copied_from_another_profile_is_refused() throws IOException {
        ManifestFile foreign = ManifestFile.of(manifest).replace("\"profile\":\"orders\"", "\"profile\":\"billing\"");
        Files.write(manifestFile(foreign.id()), foreign.bytes());

        assertThatThrownBy(() -> cache().manifest(foreign.id()))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("not of this profile but of billing")
                .hasMessageContaining("file:" + manifestFile(foreign.id()));
        assertThatThrownBy(() -> space.manifest(foreign.id())).isInstanceOf(StoreException.Corrupt.class);
    }

    @Test
    void an_altered_manifest_is_refused() throws IOException {
        ManifestFile other = ManifestFile.of(manifest).replace("\"called\":true", "\"called\":false");
        Files.write(manifestFile(), other.bytes());

        assertThatThrownBy(() -> space.manifest(snapshot))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("manifest is damaged")
                .hasMessageContaining("file:" + manifestFile());
        assertThatThrownBy(() -> cache().manifest(snapshot)).isInstanceOf(StoreException.Corrupt.class);
        assertThat(cache().folder()).doesNotExist();
    }

    @Test
    void a_manifest_of_a_later_version_is_refused_as_such() throws IOException {
        ManifestFile second = new ManifestFile("{\"format\":2,\"writer\":\"migrator 3.0.0\"}");
        Files.write(manifestFile(second.id()), second.bytes());
        ManifestFile demanding =
                ManifestFile.of(manifest).replace("\"requires\":[]", "\"requires\":[\"binary-copy/0.4.0\"]");
        Files.write(manifestFile(demanding.id()), demanding.bytes());

        assertThatThrownBy(() -> space.manifest(second.id()))
                .isInstanceOf(StoreException.TooNew.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("migrator 3.0.0");
        assertThatThrownBy(() -> cache().manifest(demanding.id()))
                .isInstanceOf(StoreException.TooNew.class)
                .hasMessageContaining("binary-copy")
                .hasMessageContaining("migrator 0.4.0");
    }

    /** An empty one each time. */
    private PackCache cache() {
        return new PackCache(folder.resolve("cache-" + ++caches), space, Disk.local());
    }

    private Path pack() {
        return folder.resolve("store/orders/packs").resolve(rows.pack());
    }

    private Path manifestFile() {
        return manifestFile(snapshot);
    }

    private Path manifestFile(SnapshotId id) {
        return folder.resolve("store/orders/snapshots").resolve(id + ".json.zst");
    }
}
