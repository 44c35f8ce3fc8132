package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.profile.store.Chunk;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CopyReaderTest {

    private static final Database POSTGRES = TestPostgres.newest().maintenance();

    private final AtomicLong told = new AtomicLong();

    @Test
    void allBytesAreToldOf() throws SQLException {
        try (Connection connection = POSTGRES.connect()) {
            CapturedRows rows = reader(1 << 20)
                    .read(connection, "t", "COPY (SELECT repeat('x', 999) FROM generate_series(1, 5000)) TO STDOUT");

            assertThat(rows.bytes()).isEqualTo(5_000_000);
            assertThat(rows.digest().rows()).isEqualTo(5_000);
            assertThat(told).hasValue(5_000_000);
        }
    }

    @Test
    void aRowThatIsTooLongForTheMemoryIsAnErrorThatNamesItsTableAndLength() throws SQLException {
        try (Connection connection = POSTGRES.connect()) {
            assertThatThrownBy(() ->
                            reader(1000).read(connection, "app.scans", "COPY (SELECT repeat('x', 1000)) TO STDOUT"))
                    .isInstanceOf(CaptureException.RowTooLong.class)
                    .hasMessage(
                            "a row is too long for the memory of this JVM: app.scans: 1001 bytes."
                                    + " Give the JVM four times the length of the longest row, at least 256 MiB (MAVEN_OPTS=-Xmx…)");
        }
    }

    private CopyReader reader(long longest) {
        RowCutter cutter = new RowCutter(
                (plain, offset, length, rows) -> new Chunk("0".repeat(64), "0".repeat(32), 0, length, length, rows));
        return new CopyReader(cutter, told::addAndGet, longest);
    }
}
