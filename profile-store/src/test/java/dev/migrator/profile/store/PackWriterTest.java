package dev.migrator.profile.store;

import static dev.migrator.profile.store.Bytes.noise;
import static dev.migrator.profile.store.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.disk.DiskException;
import dev.migrator.profile.store.ObjectStore.ByteRange;
import dev.migrator.profile.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackWriterTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private WatchedStore store;
    private ProfileSpace space;
    private Path work;
    private KnownChunks known;

    @BeforeEach
    void openStore() {
        store = new WatchedStore(new DirectoryStore(folder.resolve("store")));
        space = new ProfileSpace(store, new ProfileName("orders"));
        work = folder.resolve("work");
        known = KnownChunks.none();
    }

    @Test
    void chunks_lie_one_after_another_in_one_pack() {
        byte[] first = text("1\tone\n");
        byte[] second = noise(100_000);

        try (PackWriter packs = writer()) {
            Chunk a = packs.add(first, 0, first.length, 1);
            Chunk b = packs.add(second, 0, second.length, 0);
            packs.finish();

            assertThat(a.offset()).isZero();
            assertThat(b.offset()).isEqualTo(a.length());
            assertThat(a.pack()).isEqualTo(b.pack());
            assertThat(a.plainLength()).isEqualTo(6);
            assertThat(a.rows()).isEqualTo(1);
            assertThat(stored()).containsExactly(a.length() + (long) b.length());
            assertThat(packs.counts()).isEqualTo(new PackCounts(2, 0, 1, a.length() + (long) b.length()));
        }
    }

    @Test
    void a_frame_stands_alone_and_says_how_long_its_content_is() throws IOException {
        byte[] first = noise(10_000);
        byte[] second = "the same again and again ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        Chunk chunk;
        try (PackWriter packs = writer()) {
            packs.add(first, 0, first.length, 0);
            chunk = packs.add(second, 0, second.length, 0);
            packs.finish();
        }

        byte[] frame;
        try (InputStream in = store.get(space.packKey(chunk.pack()), new ByteRange(chunk.offset(), chunk.length()))) {
            frame = in.readAllBytes();
        }

        assertThat(chunk.length()).isLessThan(second.length / 100);
        assertThat(Zstd.getFrameContentSize(frame)).isEqualTo(second.length);
        assertThat(Zstd.decompress(frame, second.length)).isEqualTo(second);
    }

    @Test
    void only_the_given_part_of_the_array_is_stored() {
        byte[] buffer = text("xxx1\tone\nyyy");

        try (PackWriter packs = writer()) {
            Chunk chunk = packs.add(buffer, 3, 6, 1);
            packs.finish();

            assertThat(read(chunk)).isEqualTo(text("1\tone\n"));
        }
    }

    @Test
    void what_is_known_is_not_stored_again() {
        byte[] bytes = noise(1000);
        Chunk before;
        try (PackWriter packs = writer()) {
            before = packs.add(bytes, 0, bytes.length, 3);
            packs.finish();
        }

        try (PackWriter packs = writer()) {
            assertThat(packs.add(bytes, 0, bytes.length, 3)).isEqualTo(before);
            packs.finish();

            assertThat(packs.counts()).isEqualTo(new PackCounts(0, 1, 0, 0));
        }
        assertThat(stored()).hasSize(1);
    }

    @Test
    void what_comes_twice_in_one_pack_is_stored_once() {
        byte[] bytes = noise(1000);

        try (PackWriter packs = writer()) {
            assertThat(packs.add(bytes, 0, 1000, 3)).isEqualTo(packs.add(bytes, 0, 1000, 3));
            packs.finish();

            assertThat(packs.counts().newChunks()).isEqualTo(1);
            assertThat(packs.counts().knownChunks()).isEqualTo(1);
        }
    }

    @Test
    void equal_bytes_may_be_rows_here_and_a_file_there() {
        byte[] bytes = text("1\tone\n");

        try (PackWriter packs = writer()) {
            Chunk rows = packs.add(bytes, 0, bytes.length, 1);
            Chunk file = packs.add(bytes, 0, bytes.length, 0);

            assertThat(rows.rows()).isEqualTo(1);
            assertThat(file.rows()).isZero();
            assertThat(file.sha256()).isEqualTo(rows.sha256());
        }
    }

    @Test
    void a_pack_is_put_as_soon_as_it_is_full_and_its_work_file_removed() {
        try (PackWriter packs = writer()) {
            for (int i = 0; i < 40; i++) {
                byte[] bytes = noise(MEBIBYTE + i);
                packs.add(bytes, 0, bytes.length, 0);
            }
            assertThat(stored()).hasSize(1);
            packs.finish();
        }

        assertThat(stored()).hasSize(2);
        assertThat(stored().stream().max(Long::compare))
                .hasValueSatisfying(size -> assertThat(size).isBetween(32L * MEBIBYTE, 34L * MEBIBYTE));
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void a_pack_grows_over_its_limit_for_one_giant_chunk_only() {
        byte[] small = noise(10);
        byte[] giant = noise(65 * MEBIBYTE);

        try (PackWriter packs = writer()) {
            Chunk first = packs.add(small, 0, small.length, 1);
            Chunk second = packs.add(giant, 0, giant.length, 1);
            packs.finish();

            assertThat(first.pack()).isNotEqualTo(second.pack());
            assertThat(read(second)).isEqualTo(giant);
        }
        assertThat(stored()).hasSize(2);
    }

    @Test
    void a_writer_that_does_not_finish_leaves_nothing() {
        byte[] bytes = noise(1000);

        try (PackWriter packs = writer()) {
            packs.add(bytes, 0, bytes.length, 0);
            assertThat(work).isNotEmptyDirectory();
        }

        assertThat(stored()).isEmpty();
        assertThat(work).isEmptyDirectory();
        assertThat(known.size()).isZero();
    }

    @Test
    void what_could_not_be_put_is_not_known() {
        byte[] bytes = noise(1000);
        store.refuseWrites();

        try (PackWriter packs = writer()) {
            packs.add(bytes, 0, bytes.length, 0);
            assertThatThrownBy(packs::finish).isInstanceOf(StoreException.Denied.class);
        }

        assertThat(known.size()).isZero();
        assertThat(stored()).isEmpty();
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void writers_share_what_they_have_put() {
        byte[] bytes = noise(1000);

        try (PackWriter one = writer();
                PackWriter other = writer()) {
            Chunk first = one.add(bytes, 0, bytes.length, 0);
            one.finish();

            assertThat(other.add(bytes, 0, bytes.length, 0)).isEqualTo(first);
        }
    }

    @Test
    void nothing_is_no_chunk() {
        try (PackWriter packs = writer()) {
            assertThatThrownBy(() -> packs.add(new byte[5], 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_a_killed_process_left_in_the_work_folder_is_removed_after_a_day() throws IOException {
        Path left = Files.writeString(Files.createDirectories(work).resolve("pack-of-a-killed-process"), "rows");
        Path others = Files.writeString(work.resolve("pack-of-another-process"), "rows");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        try (PackWriter packs = writer()) {
            packs.add(noise(1000), 0, 1000, 0);
        }

        assertThat(left).doesNotExist();
        assertThat(others).exists();
    }

    @Test
    void a_work_folder_that_cannot_be_used_is_named() throws IOException {
        Files.writeString(work, "a file in the place of the folder");

        try (PackWriter packs = writer()) {
            assertThatThrownBy(() -> packs.add(new byte[5], 0, 5, 0))
                    .isInstanceOf(DiskException.class)
                    .hasMessageContaining(work.toString());
        }
    }

    private PackWriter writer() {
        return new PackWriter(space, known, work);
    }

    private byte[] read(Chunk chunk) {
        return new PackCache(folder.resolve("cache"), space, Disk.local()).read(chunk);
    }

    /** The sizes of the packs that are there. */
    private List<Long> stored() {
        return store.list("orders/packs/").stream().map(StoredObject::size).toList();
    }
}
