package dev.migrator.profile.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.MediaTree.Entry;
import dev.migrator.profile.manifest.MediaTree.Kind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaReaderTest {

    @TempDir
    private Path temporary;

    private MediaRoom room;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("uploads"));
        room = new MediaRoom(folder);
    }

    @Test
    void nestedAndEmptyFoldersAndFilesComeInOrderWithWhatTheyAre() throws IOException {
        Files.createDirectories(folder.resolve("a/deep/er"));
        Files.writeString(folder.resolve("a/deep/er/file.txt"), "hello");
        Files.createDirectory(folder.resolve("empty"));
        Files.createFile(folder.resolve("nothing"));
        Path file = Files.writeString(folder.resolve("b"), "byte");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));

        MediaTree tree = room.read();

        assertThat(tree.name()).isEqualTo("uploads");
        assertThat(tree.entries())
                .extracting(Entry::path)
                .containsExactly("a", "a/deep", "a/deep/er", "a/deep/er/file.txt", "b", "empty", "nothing");
        assertThat(tree.entries())
                .extracting(Entry::kind)
                .containsExactly(Kind.FOLDER, Kind.FOLDER, Kind.FOLDER, Kind.FILE, Kind.FILE, Kind.FOLDER, Kind.FILE);
        assertThat(MediaRoom.entry(tree, "b").permissions()).isEqualTo("rwxr-x---");
        assertThat(MediaRoom.entry(tree, "b").modified()).isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
        assertThat(MediaRoom.entry(tree, "b").size()).isEqualTo(4);
        assertThat(MediaRoom.entry(tree, "nothing").chunks()).isEmpty();
        assertThat(new String(room.stored(), UTF_8)).isEqualTo("hellobyte");
    }

    @Test
    void linksAreKeptAsTheyAreAndNeverFollowed() throws IOException {
        Files.writeString(temporary.resolve("outside"), "secret");
        Files.createDirectory(temporary.resolve("elsewhere"));
        Files.writeString(temporary.resolve("elsewhere/inside"), "secret");
        Files.createSymbolicLink(folder.resolve("file"), Path.of("../outside"));
        Files.createSymbolicLink(folder.resolve("folder"), temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("no/where"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));

        MediaTree tree = room.read();

        assertThat(tree.entries()).extracting(Entry::kind).containsOnly(Kind.LINK);
        assertThat(tree.entries())
                .extracting(Entry::linkTarget)
                .containsExactly(
                        "no/where", "../outside", temporary.resolve("elsewhere").toString(), ".");
        assertThat(room.stored()).isEmpty();
    }

    @Test
    void aFolderThatIsNamedByALinkIsRead() throws IOException {
        Files.writeString(folder.resolve("a"), "x");
        Path link = Files.createSymbolicLink(temporary.resolve("current"), folder);

        assertThat(room.read(link).entries()).hasSize(1);
    }

    @Test
    void socketsAndPipesAreErrorsByName() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(mkfifo.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThatThrownBy(room::read)
                .hasMessageStartingWith("the media folder holds something that is neither file, folder nor link")
                .hasMessageContaining(pipe.toString());

        Files.delete(pipe);
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(room::read).hasMessageContaining(socket.toString());
        }
    }

    @Test
    void aFolderThatIsNotThereIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> room.read(folder.resolve("missing")))
                .isInstanceOf(CaptureException.MediaUnreadable.class)
                .hasMessageStartingWith("the media folder is not there: uploads: " + folder.resolve("missing"));
    }

    @Test
    void whatMayNotBeReadIsAnErrorByName() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("root may read everything")
                .isNotEqualTo("root");
        Path file = Files.writeString(folder.resolve("closed"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        assertThatThrownBy(room::read)
                .isInstanceOf(CaptureException.MediaUnreadable.class)
                .hasMessageStartingWith("a media file or folder cannot be read: " + file);
    }
}
