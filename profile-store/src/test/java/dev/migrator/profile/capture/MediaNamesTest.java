package dev.migrator.profile.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.profile.manifest.MediaTree.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaNamesTest {

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
    void oddNamesAreKept() throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        List<String> names = List.of(
                " blank ", "\"double\"", "'single'", ".hidden", "back\\slash", "new\nline", "ümläut", "😀", "*?");
        for (String name : names) {
            Files.writeString(folder.resolve(name), name);
        }

        assertThat(room.read().entries()).extracting(Entry::path).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aNameThatIsNotTextIsAnErrorThatNamesItsFolder() throws Exception {
        // A name in Latin-1, which Java cannot write.
        Process shell = new ProcessBuilder("sh", "-c", "touch \"$(printf 'caf\\351')\"")
                .directory(folder.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();

        assertThatThrownBy(room::read)
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
            new MediaRoom(Path.of(folder[0])).read();
        }
    }
}
