package dev.migrator.profile.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.MediaTree.Entry;
import dev.migrator.profile.manifest.MediaTree.Kind;
import dev.migrator.profile.store.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotMediaTest {

    private static final Instant THEN = Instant.parse("2020-02-29T12:34:56Z");

    private final MemoryChunks chunks = new MemoryChunks();

    @TempDir
    private Path folder;

    @Test
    void nestedFoldersEmptyOnesAndOddNamesComeBack() throws IOException {
        write(folder("a"), folder("a/empty"), file("a/ü \"quoted\"\n🙂.txt", "one"), file("b", ""));

        assertThat(folder.resolve("a/empty")).isEmptyDirectory();
        assertThat(folder.resolve("a/ü \"quoted\"\n🙂.txt")).hasContent("one");
        assertThat(folder.resolve("b")).isEmptyFile();
    }

    @Test
    void aFileOfSeveralChunksIsOneFile() throws IOException {
        write(new Entry("f", Kind.FILE, null, null, THEN, 6, List.of(chunks.add("abc"), chunks.add("def"))));

        assertThat(folder.resolve("f")).hasContent("abcdef");
    }

    @Test
    void permissionsAndTimesComeBackEvenOfFoldersThatForbidWriting() throws IOException {
        write(entry("closed", Kind.FOLDER, null, "r-xr-x---"), file("closed/f", "x"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("closed"))))
                .isEqualTo("r-xr-x---");
        assertThat(Files.getLastModifiedTime(folder.resolve("closed")).toInstant())
                .isEqualTo(THEN);
        assertThat(Files.getLastModifiedTime(folder.resolve("closed/f")).toInstant())
                .isEqualTo(THEN);
        Files.setPosixFilePermissions(folder.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aLinkIsKeptAsItIsWhereverItPoints() throws IOException {
        write(entry("out", Kind.LINK, "/etc/passwd", null), entry("dangling", Kind.LINK, "../nowhere", null));

        assertThat(Files.readSymbolicLink(folder.resolve("out"))).hasToString("/etc/passwd");
        assertThat(Files.readSymbolicLink(folder.resolve("dangling"))).hasToString("../nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../../x", "/x", "", "a/", "a/./x", "a//x", "missing/x", ".."})
    void aPathThatLeadsOutOfTheFolderIsRefused(String path) {
        assertThatThrownBy(() -> write(folder("a"), file(path, "evil")))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("leads out of its folder");
        assertThat(folder.resolveSibling("x")).doesNotExist();
    }

    @Test
    void nothingIsWrittenThroughALink(@TempDir Path outside) {
        assertThatThrownBy(() -> write(entry("a", Kind.LINK, outside.toString(), null), file("a/x", "evil")))
                .isInstanceOf(MediaException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsAlreadyALinkIsNotWrittenThrough(@TempDir Path outside) {
        assertThatThrownBy(
                        () -> write(entry("a", Kind.LINK, outside.toString(), null), folder("a"), file("a/x", "evil")))
                .isInstanceOf(IOException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFileWhoseSizeIsNotTheManifestsIsFound() {
        Chunk chunk = chunks.add("abc");

        assertThatThrownBy(() -> write(new Entry("f", Kind.FILE, null, null, THEN, 4, List.of(chunk))))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("f (3 bytes instead of 4)");
    }

    @Test
    void whatChangedOnTheDiskIsFound() throws IOException {
        MediaTree tree = new MediaTree("uploads", List.of(file("f", "abc")));
        new MediaWriter(folder, chunks).write(tree);
        Files.writeString(folder.resolve("f"), "abd");

        assertThatThrownBy(() -> new MediaProof(folder).check(tree)).hasMessageContaining("f (other bytes)");
    }

    @Test
    void aFileTooManyIsFound() throws IOException {
        MediaTree tree = new MediaTree("uploads", List.of(file("f", "abc")));
        new MediaWriter(folder, chunks).write(tree);
        Files.writeString(folder.resolve("g"), "");

        assertThatThrownBy(() -> new MediaProof(folder).check(tree)).hasMessageContaining("2 entries instead of 1");
    }

    @Test
    void aNameThatTheSnapshotDoesNotHaveIsRefusedWithThoseItHas() {
        SnapshotMedia media = new SnapshotMedia(List.of(new MediaTree("uploads", List.of())), chunks);

        assertThatThrownBy(() -> media.writeInto("upload", folder))
                .hasMessageContaining("upload. Its media folders are: uploads");
    }

    private void write(Entry... entries) throws IOException {
        new SnapshotMedia(List.of(new MediaTree("uploads", List.of(entries))), chunks).writeInto("uploads", folder);
        assertThat(Files.exists(folder, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    private Entry folder(String path) {
        return entry(path, Kind.FOLDER, null, null);
    }

    private Entry file(String path, String content) {
        List<Chunk> pieces = content.isEmpty() ? List.of() : List.of(chunks.add(content));
        return new Entry(path, Kind.FILE, null, "rw-r-----", THEN, content.length(), pieces);
    }

    private static Entry entry(String path, Kind kind, String target, String permissions) {
        return new Entry(path, kind, target, permissions, THEN, 0, List.of());
    }
}
