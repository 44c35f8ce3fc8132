package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows in the store that are no longer what was uploaded. */
class BadPackIT extends UploadedOnce {

    @Test
    void aPackThatIsGoneIsNamed() throws Exception {
        Path pack = pack();
        Files.delete(pack);
        refusedLeavingNoDatabase("a pack of the snapshot is gone", pack.toString(), "backup", "migrator:upload");
    }

    @Test
    void aTruncatedPackIsNamedWithItsLength() throws Exception {
        byte[] whole = Files.readAllBytes(pack());
        Files.write(pack(), Arrays.copyOf(whole, whole.length - 1));
        refusedLeavingNoDatabase(
                "a pack of the snapshot is shorter than its manifest says",
                pack() + ", " + (whole.length - 1) + " bytes instead of " + whole.length,
                "backup",
                "migrator:use");
    }

    @ParameterizedTest
    @CsvSource({"frame header, 0", "body, 0.5", "end, 1"})
    void onePackWithOneBitFlippedIsNamed(String region, double where) throws Exception {
        flipOneBit(pack(), where);
        refusedLeavingNoDatabase(
                "a pack of the snapshot is damaged or was altered", pack() + " at 0", "backup", "migrator:use");
    }

    @Test
    void aDamagedPackInTheCacheIsFetchedAgain() throws Exception {
        passes(build("fetch", "customer1"));
        Path cached = onlyFile(onlyFile(folder.resolve("cache/packs")).resolve("packs"));
        flipOneBit(cached, 0.5);
        String rows = content(target);
        run(target, "DELETE FROM public.person");

        passes(restore());

        assertThat(content(target)).isEqualTo(rows);
        assertThat(cached).hasSameBinaryContentAs(pack());
    }

    /** @param where 0 for the first byte, 1 for the last one */
    private static void flipOneBit(Path file, double where) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (where * (bytes.length - 1))] ^= 0x10;
        Files.write(file, bytes);
    }

    private void refusedLeavingNoDatabase(String... words) throws Exception {
        List<String> before = databases();
        refused(restore(), words);
        assertThat(databases()).isEqualTo(before);
    }

    private List<String> databases() throws SQLException {
        try (Connection connection = server.maintenance().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT datname FROM pg_database ORDER BY 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
