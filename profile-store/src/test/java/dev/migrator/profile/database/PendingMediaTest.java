package dev.migrator.profile.database;

import static dev.migrator.profile.database.ReplaceDatabaseTest.absent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.media.MediaContent;
import dev.migrator.profile.media.MediaException;
import dev.migrator.profile.media.MediaFolders;
import dev.migrator.profile.media.MediaPlacement;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingMediaTest {

    private final TestPostgres server = TestPostgres.newest();

    @TempDir
    private Path home;

    @Test
    void mediaComesWithTheDatabase() throws SQLException {
        Database target = absent(server);

        Replacement.of(target).media(placement("first")).run();

        assertThat(home.resolve("uploads/f")).hasContent("first");
    }

    @Test
    void mediaStaysWhenTheRestoreFails() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).media(placement("first")).run();

        assertThatThrownBy(() -> Replacement.of(target)
                        .media(placement("second"))
                        .replay(fresh -> {
                            throw new IllegalStateException("broken");
                        })
                        .run())
                .hasMessage("broken");

        assertThat(home.resolve("uploads/f")).hasContent("first");
        assertThat(home).isDirectoryNotContaining("glob:**-new").isDirectoryNotContaining("glob:**-pending");
    }

    @Test
    void aForeignMediaFolderStopsTheRestoreBeforeTheDatabaseIsTouched() throws Exception {
        Files.createDirectory(home.resolve("uploads"));
        Files.writeString(home.resolve("uploads/precious"), "x");
        Database target = absent(server);

        assertThatThrownBy(
                        () -> Replacement.of(target).media(placement("first")).run())
                .hasMessageContaining("was not put there by migrator");

        assertThat(Replacement.databaseExists(target)).isFalse();
        assertThat(home.resolve("uploads/precious")).hasContent("x");
    }

    @Test
    void aFolderThatCannotFollowItsDatabaseIsToldAndFinishedLater() throws SQLException {
        Database target = absent(server);
        Disk withoutMoves = new Disk() {
            @Override
            public void replace(Path file, byte[] content) throws IOException {
                Disk.local().replace(file, content);
            }

            @Override
            public void move(Path from, Path to) throws IOException {
                throw new AccessDeniedException(from.toString());
            }

            @Override
            public void delete(Path tree) throws IOException {
                Disk.local().delete(tree);
            }
        };

        assertThatThrownBy(() -> Replacement.of(target)
                        .media(placement("first"))
                        .disk(withoutMoves)
                        .run())
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("the database is restored, but its media are not");

        assertThat(Replacement.tableExists(target, "restored")).isTrue();
        new PendingMedia(Disk.local()).complete(target, home);
        assertThat(home.resolve("uploads/f")).hasContent("first");
    }

    @Test
    void aKilledRestoresMediaIsPutInPlaceByWhoeverComesNext() throws Exception {
        Database target = absent(server);
        killedAfterItsSwap(target);

        new PendingMedia(Disk.local()).complete(target, home);

        assertThat(home.resolve("uploads/f")).hasContent("staged");
        assertThat(home).isDirectoryNotContaining("glob:**-pending");
    }

    @Test
    void itNeedNotBeTheSameDatabaseThatComesNext() throws Exception {
        killedAfterItsSwap(absent(server));

        new PendingMedia(Disk.local()).complete(server.maintenance(), home);

        assertThat(home.resolve("uploads/f")).hasContent("staged");
    }

    @Test
    void aFolderThatIsALinkIsFoundToo() throws Exception {
        Files.createDirectories(home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve("uploads"), home.resolve("elsewhere/files"));
        Database target = absent(server);
        killedAfterItsSwap(target);

        new PendingMedia(Disk.local()).complete(target, home);

        assertThat(home.resolve("elsewhere/files/f")).hasContent("staged");
    }

    @Test
    void mediaOfARestoreWhoseDatabaseNeverCameAreLeftToTheNextRestore() throws Exception {
        Database target = absent(server);
        Replacement.of(target).media(placement("first")).run();
        folders(target).stage(content("staged"), "killed before its swap");

        new PendingMedia(Disk.local()).complete(target, home);

        assertThat(home.resolve("uploads/f")).hasContent("first");
        assertThat(pending()).exists();
    }

    @Test
    void mediaOfARestoreThatGoesOnIsLeftAlone() throws Exception {
        Database target = absent(server);
        killedAfterItsSwap(target);

        try (TargetLock lock = TargetLock.take(target)) {
            new PendingMedia(Disk.local()).complete(target, home);
            assertThat(lock.connection().isValid(0)).isTrue();
        }
        assertThat(pending()).exists();
    }

    @Test
    void whereNothingIsPendingNothingIsConnectedTo() {
        Database nowhere = JdbcDatabase.of("jdbc:postgresql://127.0.0.1:1/nowhere");

        assertThatCode(() -> new PendingMedia(Disk.local()).complete(nowhere, home))
                .doesNotThrowAnyException();
    }

    /** As a process that was killed between the commit of the swap and the first rename of a folder. */
    private void killedAfterItsSwap(Database target) throws SQLException {
        Marker marker = Marker.now(new ProfileName("customer1"), null);
        Replacement.of(target).marker(marker).run();
        folders(target).stage(content("staged"), marker.restore());
    }

    private Path pending() {
        return home.resolve(".uploads.migrator-pending");
    }

    private MediaFolders folders(Database target) {
        return new MediaFolders(Disk.local(), places(), target.name());
    }

    private MediaPlacement placement(String text) {
        return new MediaPlacement(places(), content(text));
    }

    private Map<String, Path> places() {
        return Map.of("uploads", home.resolve("uploads"));
    }

    private static MediaContent content(String text) {
        return (name, folder) -> write(folder.resolve("f"), text);
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
