package dev.migrator.profile.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMediaTest {

    @TempDir
    private Path committed;

    @TempDir
    private Path folder;

    @Test
    void allOfTheFolderIsCopiedAndLinksStayLinks() throws IOException {
        Files.createDirectories(committed.resolve("a/empty"));
        Files.writeString(committed.resolve("a/f"), "x");
        Files.createSymbolicLink(committed.resolve("link"), Path.of("a/f"));

        new FolderMedia(Map.of("uploads", committed)).writeInto("uploads", folder);

        assertThat(folder.resolve("a/empty")).isEmptyDirectory();
        assertThat(folder.resolve("a/f")).hasContent("x");
        assertThat(Files.readSymbolicLink(folder.resolve("link"))).hasToString("a/f");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        FolderMedia media = new FolderMedia(Map.of("uploads", committed.resolve("missing")));

        assertThatThrownBy(() -> media.writeInto("uploads", folder)).hasMessageContaining("missing");
    }
}
