package dev.migrator.profile.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.profile.Ref;
import dev.migrator.profile.RefFile;
import dev.migrator.profile.capture.CaptureRequest;
import dev.migrator.profile.capture.CaptureSnapshot;
import dev.migrator.profile.capture.Captured;
import dev.migrator.profile.capture.Masking;
import dev.migrator.profile.capture.MediaFolder;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes a golden snapshot of this version, from the {@code source.sql} that lies in the folder {@code -Dgolden.write=…} already: run by hand
 * before a release that changes what is written.
 */
@EnabledIfSystemProperty(named = "golden.write", matches = ".+")
class WriteGoldenSnapshot {

    @TempDir
    private Path work;

    @Test
    void write() throws Exception {
        GoldenSnapshot golden = new GoldenSnapshot(Path.of(System.getProperty("golden.write")));
        Database source = TestPostgres.of(15).createDatabase("golden");
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(golden.source());
        }
        CaptureRequest request = new CaptureRequest(
                source, Masking.none(), List.of(new MediaFolder("uploads", uploads())), null, connection -> "007", 2);

        Captured captured =
                new CaptureSnapshot(golden.space(), work.resolve("packs"), ProgressListener.NONE).capture(request);

        Ref ref = Ref.to(captured.id(), captured.manifest());
        RefFile.write(golden.folder().resolve("snapshot.json"), ref, Disk.local());
        assertThat(golden.space().snapshots()).hasSize(1);
    }

    private Path uploads() throws Exception {
        Path folder = work.resolve("uploads");
        Files.createDirectories(folder.resolve("2026/empty"));
        Files.writeString(folder.resolve("2026/über uns.txt"), "Wir sind es.\n");
        Files.write(folder.resolve("2026/pixel.bin"), new byte[] {0, 1, 2, (byte) 0xff});
        Files.createFile(folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("latest"), Path.of("2026/pixel.bin"));
        return folder;
    }
}
