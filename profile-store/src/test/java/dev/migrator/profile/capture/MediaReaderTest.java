package dev.migrator.profile.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.MediaTree.Entry;
import dev.migrator.profile.manifest.MediaTree.Kind;
import dev.migrator.profile.store.Chunk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaReaderTest {

    private static final String PACK = "0".repeat(32);

    @TempDir
    private Path temporary;

    private Path folder;
    private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
    private final List<Path> gone = new ArrayList<>();

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("uploads"));
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

        MediaTree tree = read();

        assertThat(tree.name()).isEqualTo("uploads");
        assertThat(tree.entries())
                .extracting(Entry::path)
                .containsExactly("a", "a/deep", "a/deep/er", "a/deep/er/file.txt", "b", "empty", "nothing");
        assertThat(tree.entries())
                .extracting(Entry::kind)
                .containsExactly(Kind.FOLDER, Kind.FOLDER, Kind.FOLDER, Kind.FILE, Kind.FILE, Kind.FOLDER, Kind.FILE);
        assertThat(entry(tree, "b").permissions()).isEqualTo("rwxr-x---");
        assertThat(entry(tree, "b").modified()).isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
        assertThat(entry(tree, "b").size()).isEqualTo(4);
        assertThat(entry(tree, "nothing").chunks()).isEmpty();
        assertThat(stored.toString(UTF_8)).isEqualTo("hellobyte");
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

        MediaTree tree = read();

        assertThat(tree.entries()).extracting(Entry::kind).containsOnly(Kind.LINK);
        assertThat(tree.entries())
                .extracting(Entry::linkTarget)
                .containsExactly(
                        "no/where", "../outside", temporary.resolve("elsewhere").toString(), ".");
        assertThat(stored.size()).isZero();
    }

    @Test
    void aFolderThatIsNamedByALinkIsRead() throws IOException {
        Files.writeString(folder.resolve("a"), "x");
        Path link = Files.createSymbolicLink(temporary.resolve("current"), folder);

        assertThat(reader().read(new MediaFolder("uploads", link)).entries()).hasSize(1);
    }

    @Test
    void oddNamesAreKept() throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        List<String> names = List.of(
                " blank ", "\"double\"", "'single'", ".hidden", "back\\slash", "new\nline", "ümläut", "😀", "*?");
        for (String name : names) {
            Files.writeString(folder.resolve(name), name);
        }

        assertThat(read().entries()).extracting(Entry::path).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aNameThatIsNotTextIsAnErrorThatNamesItsFolder() throws Exception {
        // A name in Latin-1, which Java cannot write.
        Process shell = new ProcessBuilder("sh", "-c", "touch \"$(printf 'caf\\351')\"")
                .directory(folder.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();

        assertThatThrownBy(this::read)
                .isInstanceOf(CaptureException.MediaUnreadable.class)
                .hasMessageContaining("a file's name is not text in this JVM's encoding")
                .hasMessageContaining(folder + ": caf")
                .hasMessageContaining("LC_ALL=C.UTF-8; or rename the file");
    }

    @Test
    void aJvmWithoutUtf8SaysSoInsteadOfStoringQuestionMarks() throws Exception {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        Files.writeString(folder.resolve("ümläut"), "x");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReadMedia.class.getName(),
                folder.toString());
        java.environment().put("LC_ALL", "C");

        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(output).contains("MediaUnreadable").contains("LC_ALL=C.UTF-8");
    }

    /** Reads a folder in a JVM of its own. */
    static final class ReadMedia {
        public static void main(String[] folder) {
            new MediaReader((plain, offset, length, rows) -> chunk(plain, offset, length), path -> {})
                    .read(new MediaFolder("uploads", Path.of(folder[0])));
        }
    }

    @Test
    void aFileIsStoredInPiecesOfFourMebibytes() throws IOException {
        byte[] content = new byte[(4 << 20) * 2 + 5];
        new Random(1).nextBytes(content);
        Files.write(folder.resolve("large"), content);

        Entry large = entry(read(), "large");

        assertThat(large.chunks()).extracting(Chunk::plainLength).containsExactly(4 << 20, 4 << 20, 5);
        assertThat(large.chunks()).extracting(Chunk::rows).containsOnly(0L);
        assertThat(stored.toByteArray()).isEqualTo(content);
    }

    @Test
    void aFileThatChangesOnceWhileItIsReadIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "one");
        boolean[] changed = {false};
        ChunkSink changing = (plain, offset, length, rows) -> {
            if (!changed[0]) {
                changed[0] = true;
                append(file);
            }
            return chunk(plain, offset, length);
        };

        MediaTree tree = new MediaReader(changing, gone::add).read(new MediaFolder("uploads", folder));

        assertThat(entry(tree, "log").chunks())
                .extracting(Chunk::sha256)
                .containsExactly(DigestUtils.sha256Hex("one more"));
    }

    @Test
    void aFileThatNeverStandsStillIsAnErrorByName() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "one");
        ChunkSink changing = (plain, offset, length, rows) -> {
            append(file);
            return chunk(plain, offset, length);
        };

        assertThatThrownBy(() -> new MediaReader(changing, gone::add).read(new MediaFolder("uploads", folder)))
                .isInstanceOf(CaptureException.MediaUnreadable.class)
                .hasMessageStartingWith("a media file changes while it is read: " + file);
    }

    @Test
    void aFileThatIsDeletedBeforeItIsReadIsLeftOutAndTold() throws IOException {
        Files.writeString(folder.resolve("a"), "first");
        Path second = Files.writeString(folder.resolve("b"), "second");
        ChunkSink deleting = (plain, offset, length, rows) -> {
            delete(second);
            return chunk(plain, offset, length);
        };

        MediaTree tree = new MediaReader(deleting, gone::add).read(new MediaFolder("uploads", folder));

        assertThat(tree.entries()).extracting(Entry::path).containsExactly("a");
        assertThat(gone).containsExactly(second);
    }

    @Test
    void socketsAndPipesAreErrorsByName() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(mkfifo.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThatThrownBy(this::read)
                .hasMessageStartingWith("the media folder holds something that is neither file, folder nor link")
                .hasMessageContaining(pipe.toString());

        Files.delete(pipe);
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(this::read).hasMessageContaining(socket.toString());
        }
    }

    @Test
    void aFolderThatIsNotThereIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> reader().read(new MediaFolder("uploads", folder.resolve("missing"))))
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

        assertThatThrownBy(this::read)
                .isInstanceOf(CaptureException.MediaUnreadable.class)
                .hasMessageStartingWith("a media file or folder cannot be read: " + file);
    }

    private MediaTree read() {
        return reader().read(new MediaFolder("uploads", folder));
    }

    private MediaReader reader() {
        return new MediaReader(
                (plain, offset, length, rows) -> {
                    stored.write(plain, offset, length);
                    return chunk(plain, offset, length);
                },
                gone::add);
    }

    private static Entry entry(MediaTree tree, String path) {
        return tree.entries().stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Chunk chunk(byte[] plain, int offset, int length) {
        String sha256 = DigestUtils.sha256Hex(Arrays.copyOfRange(plain, offset, offset + length));
        return new Chunk(sha256, PACK, 0, length, length, 0);
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, " more", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
