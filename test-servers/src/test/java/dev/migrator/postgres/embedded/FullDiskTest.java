package dev.migrator.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.testing.Programs;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache on a disk that is too small, made of memory, which takes root to mount. */
class FullDiskTest {

    @TempDir
    Path directory;

    @Test
    void a_disk_without_room_for_the_binaries_is_told_and_left_clean() throws Exception {
        onDiskOf("20m", () -> {
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageStartingWith("cannot unpack PostgreSQL's binaries: " + directory)
                    .hasMessageEndingWith(
                            "Make room in that directory, or set migrator.cacheDirectory to one that can be written")
                    .hasRootCauseMessage("No space left on device");
            assertThat(directory.resolve("postgres").resolve("unpacking")).doesNotExist();
        });
    }

    @Test
    void a_disk_without_room_for_the_data_is_told_and_left_clean() throws Exception {
        onDiskOf("80m", () -> {
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageStartingWith("initdb failed: " + directory)
                    .hasMessageContaining("The disk is full: make room for " + directory)
                    .hasMessageEndingWith("or set migrator.cacheDirectory to a directory on a disk with room")
                    .hasMessageNotContaining("\n");
            assertThat(spec().home(directory).resolve("data")).doesNotExist();
            assertThat(spec().home(directory).resolve("data.new")).doesNotExist();
        });
    }

    private void start() {
        new EmbeddedServers(new Programs(), directory).findOrStart(spec());
    }

    private static ServerSpec spec() {
        return new ServerSpec("full", TestPostgres.newestMajor(), java.util.Map.of());
    }

    private void onDiskOf(String size, Check check) throws Exception {
        assumeTrue(
                mounted("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()),
                "no right to mount");
        try {
            check.run();
        } finally {
            mounted("umount", directory.toString());
        }
    }

    private static boolean mounted(String... command) {
        try {
            return Program.run(List.of(command)).succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    private interface Check {
        void run() throws Exception;
    }
}
