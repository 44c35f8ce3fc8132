package dev.migrator.profile.store;

import static dev.migrator.profile.store.Bytes.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.disk.DiskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of one megabyte, on machines where the tests may mount one. */
class SmallDiskTest {

    private static final int TOO_LARGE = 3_000_000;

    @TempDir
    private Path folder;

    private Path small;
    private ProfileSpace space;

    @BeforeEach
    void mountDisk() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()))
                .as("a tmpfs can be mounted")
                .isZero();
        space = new ProfileSpace(new DirectoryStore(folder.resolve("store")), new ProfileName("orders"));
    }

    @AfterEach
    void unmountDisk() throws Exception {
        run("umount", small.toString());
    }

    @Test
    void a_cache_without_room_is_named_with_what_is_free_and_keeps_no_half_pack() throws IOException {
        Chunk chunk = store(space, folder.resolve("work"));
        PackCache cache = new PackCache(small, space, Disk.local());

        assertThatThrownBy(() -> cache.read(chunk))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("the disk is full")
                .hasMessageContaining(small.toString())
                .hasMessageContaining("free)")
                .hasMessageContaining("migrator.cacheDirectory");
        assertThat(filesOnSmallDisk()).isEmpty();
    }

    @Test
    void a_work_folder_without_room_is_named_and_emptied() throws IOException {
        assertThatThrownBy(() -> store(space, small.resolve("work")))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("the disk is full")
                .hasMessageContaining(small.toString())
                .hasMessageContaining("migrator.cacheDirectory");
        assertThat(filesOnSmallDisk()).isEmpty();
    }

    @Test
    void a_store_without_room_is_named_and_keeps_no_half_object() throws IOException {
        ProfileSpace tight = new ProfileSpace(new DirectoryStore(small), new ProfileName("orders"));

        assertThatThrownBy(() -> store(tight, folder.resolve("work")))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("the disk is full")
                .hasMessageContaining(small.toString())
                .hasMessageContaining("migrator.store");
        assertThat(filesOnSmallDisk()).isEmpty();
    }

    private static Chunk store(ProfileSpace space, Path workFolder) {
        try (PackWriter packs = new PackWriter(space, KnownChunks.none(), workFolder)) {
            Chunk chunk = packs.add(noise(TOO_LARGE), 0, TOO_LARGE, 0);
            packs.finish();
            return chunk;
        }
    }

    private List<Path> filesOnSmallDisk() throws IOException {
        try (Stream<Path> all = Files.walk(small)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
