package dev.migrator.profile.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.disk.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFoldersTest {

    @TempDir
    private Path home;

    private Path uploads() {
        return home.resolve("uploads");
    }

    @Test
    void theFolderIsUntouchedUntilTheDatabaseIsThere() throws IOException {
        restore(folders(), "one", "first");

        folders().stage(content("second"), "two");

        assertThat(uploads().resolve("f")).hasContent("first");
    }

    @Test
    void theStagedFolderGoesInOnceTheDatabaseIsThere() throws IOException {
        restore(folders(), "one", "first");

        restore(folders(), "two", "second");

        assertThat(uploads().resolve("f")).hasContent("second");
        assertThat(names()).containsExactlyInAnyOrder("uploads", ".uploads.migrator");
    }

    @Test
    void whatWasStagedForARestoreThatFailedGoesAway() throws IOException {
        restore(folders(), "one", "first");
        folders().stage(content("second"), "two");

        folders().settle("one");

        assertThat(uploads().resolve("f")).hasContent("first");
        assertThat(names()).containsExactlyInAnyOrder("uploads", ".uploads.migrator");
    }

    @Test
    void aFolderThatMigratorDidNotFillIsRefused() throws IOException {
        Files.createDirectory(uploads());
        Files.writeString(uploads().resolve("precious"), "x");

        assertThatThrownBy(() -> folders().check())
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("was not put there by migrator and is not empty: " + uploads());
    }

    @Test
    void anEmptyFolderMayBeReplaced() throws IOException {
        Files.createDirectory(uploads());

        restore(folders(), "one", "first");

        assertThat(uploads().resolve("f")).hasContent("first");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(uploads(), "precious");

        assertThatThrownBy(() -> folders().check()).hasMessageContaining("the media folder is a file");
    }

    @Test
    void lookingMakesNoFolder() {
        Path place = home.resolve("not/there/yet");

        new MediaFolders(Disk.local(), Map.of("uploads", place), "test_customer1").check();

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aPlaceBelowAFileIsRefusedBeforeAnythingIsWritten() throws IOException {
        Files.writeString(home.resolve("file"), "x");
        MediaFolders folders =
                new MediaFolders(Disk.local(), Map.of("uploads", home.resolve("file/uploads")), "test_customer1");

        assertThatThrownBy(folders::check).hasMessageContaining("the media folder cannot be written");
    }

    @Test
    void aFolderThatIsConfiguredByALinkIsReplacedWhereItLies(@TempDir Path elsewhere) throws IOException {
        Files.createDirectory(elsewhere.resolve("real"));
        Files.createSymbolicLink(uploads(), elsewhere.resolve("real"));

        restore(folders(), "one", "first");

        assertThat(Files.isSymbolicLink(uploads())).isTrue();
        assertThat(elsewhere.resolve("real/f")).hasContent("first");
    }

    @Test
    void aFolderInsideAnotherIsRefused() {
        Map<String, Path> places =
                Map.of("uploads", uploads(), "thumbs", uploads().resolve("thumbs"));

        assertThatThrownBy(() -> new MediaFolders(Disk.local(), places, "db"))
                .hasMessageContaining("a media folder lies inside another");
    }

    @Test
    void aFolderThatAnotherTargetsRestoreIsReplacingIsRefused() throws IOException {
        new MediaFolders(Disk.local(), Map.of("uploads", uploads()), "test_other").stage(content("x"), "one");

        folders().settle(null);

        assertThatThrownBy(() -> folders().check()).hasMessageContaining("target test_other");
        assertThat(home.resolve(".uploads.migrator-new/f")).hasContent("x");
    }

    /** The database is new; then the process dies after the k-th change to the disk. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aRunThatIsKilledAfterTheSwapIsFinishedByTheNext(int steps) throws IOException {
        restore(folders(), "one", "first");
        folders().stage(content("second"), "two");
        killAfter(steps, () -> folders(new DyingDisk(steps)).settle("two"));

        folders().settle("two");

        assertThat(uploads().resolve("f")).hasContent("second");
        assertThat(names()).containsExactlyInAnyOrder("uploads", ".uploads.migrator");
    }

    /** The database is the former one, whatever the disk looks like. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRunThatIsKilledWhileStagingIsForgotten(int steps) throws IOException {
        restore(folders(), "one", "first");
        killAfter(steps, () -> folders(new DyingDisk(steps)).stage(content("second"), "two"));

        folders().settle("one");

        assertThat(uploads().resolve("f")).hasContent("first");
        assertThat(names()).containsExactlyInAnyOrder("uploads", ".uploads.migrator");
    }

    private static void killAfter(int steps, Runnable work) {
        try {
            work.run();
        } catch (Killed e) {
            assertThat(e).hasMessage("after " + steps);
        }
    }

    private MediaFolders folders() {
        return folders(Disk.local());
    }

    private MediaFolders folders(Disk disk) {
        return new MediaFolders(disk, Map.of("uploads", uploads()), "test_customer1");
    }

    private static void restore(MediaFolders folders, String restore, String text) {
        folders.check();
        folders.stage(content(text), restore);
        folders.settle(restore);
    }

    private static MediaContent content(String text) {
        return (name, folder) -> Files.writeString(folder.resolve("f"), text);
    }

    private Stream<String> names() {
        try (Stream<Path> list = Files.list(home)) {
            return list.map(path -> path.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed(int steps) {
            super("after " + steps);
        }
    }

    /** A disk under a process that dies after so many changes. */
    private static final class DyingDisk implements Disk {
        private final int steps;
        private int done;

        DyingDisk(int steps) {
            this.steps = steps;
        }

        private void step() {
            if (done++ == steps) {
                throw new Killed(steps);
            }
        }

        @Override
        public void replace(Path file, byte[] content) throws IOException {
            step();
            Disk.local().replace(file, content);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            Disk.local().move(from, to);
        }

        @Override
        public void delete(Path tree) throws IOException {
            step();
            Disk.local().delete(tree);
        }
    }
}
