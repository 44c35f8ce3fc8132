package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.store.Lease;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.Stores;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepAliveTest {

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private Database source;
    private SnapshotSession session;
    private Lease lease;

    @BeforeEach
    void open() throws SQLException {
        source = TestPostgres.newest().createDatabase("alive");
        session = SnapshotSession.open(source, Patience.USUAL);
        lease = new ProfileSpace(Stores.open("file:" + folder, Map.of()), new ProfileName("customer1"))
                .lease(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() throws SQLException {
        lease.close();
        session.close();
    }

    @Test
    void aLongCaptureProlongsItsLease() {
        KeepAlive keepAlive = new KeepAlive(session, lease, nanos::get);
        String first = lease.key();

        keepAlive.run();
        assertThat(lease.key()).isEqualTo(first);

        nanos.addAndGet(Duration.ofMinutes(21).toNanos());
        keepAlive.run();
        assertThat(lease.key()).isGreaterThan(first);
    }

    @Test
    void theLeadersEndIsNoticed() throws SQLException {
        Sql.run(
                source,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

        assertThatThrownBy(() -> new KeepAlive(session, lease, nanos::get).run())
                .isInstanceOf(CaptureException.SnapshotLost.class);
    }
}
