package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.MediaTree.Entry;
import dev.migrator.profile.store.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFileReaderTest {

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
    void aFileIsStoredInPiecesOfFourMebibytes() throws IOException {
        byte[] content = new byte[(4 << 20) * 2 + 5];
        new Random(1).nextBytes(content);
        Files.write(folder.resolve("large"), content);

        Entry large = MediaRoom.entry(room.read(), "large");

        assertThat(large.chunks()).extracting(Chunk::plainLength).containsExactly(4 << 20, 4 << 20, 5);
        assertThat(large.chunks()).extracting(Chunk::rows).containsOnly(0L);
        assertThat(room.stored()).isEqualTo(content);
    }

    @Test
    void aFileThatChangesOnceWhileItIsReadIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "one");
        AtomicBoolean changed = new AtomicBoolean();
        room.whileReading(() -> {
            if (!changed.getAndSet(true)) {
                append(file);
            }
        });

        MediaTree tree = room.read();

        assertThat(MediaRoom.entry(tree, "log").chunks())
                .extracting(Chunk::sha256)
                .containsExactly(DigestUtils.sha256Hex("one more"));
    }

    @Test
    void aFileThatNeverStandsStillIsAnErrorByName() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "one");
        room.whileReading(() -> append(file));

        assertThatThrownBy(room::read)
                .isInstanceOf(CaptureException.MediaUnreadable.class)
                .hasMessageStartingWith("a media file changes while it is read: " + file);
    }

    @Test
    void aFileThatIsDeletedBeforeItIsReadIsLeftOutAndTold() throws IOException {
        Files.writeString(folder.resolve("a"), "first");
        Path second = Files.writeString(folder.resolve("b"), "second");
        room.whileReading(() -> delete(second));

        MediaTree tree = room.read();

        assertThat(tree.entries()).extracting(Entry::path).containsExactly("a");
        assertThat(room.gone()).containsExactly(second);
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
