package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.store.KnownChunks;
import dev.migrator.profile.store.Lease;
import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.PackWriter;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.Stores;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrewTest {

    private static final CaptureTask ENDLESS = task(worker -> worker.inSnapshot(connection -> {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(1000000)");
        }
    }));

    @TempDir
    private Path folder;

    private Database source;
    private ProfileSpace space;

    @BeforeEach
    void prepare() {
        source = TestPostgres.newest().createDatabase("crew");
        ObjectStore store = Stores.open("file:" + folder.resolve("store"), Map.of());
        space = new ProfileSpace(store, new ProfileName("customer1"));
    }

    @Test
    void whatKeepsTheCaptureAliveEndsWorkersThatWaitForTheServerWhenItFails() throws SQLException {
        try (SnapshotSession session = SnapshotSession.open(source, Patience.USUAL)) {
            Crew crew = crew(session, Duration.ofMillis(200), () -> {
                throw new CaptureException.SnapshotLost("here", null);
            });

            assertThatThrownBy(() -> crew.run(Collections.nCopies(2, ENDLESS), 2))
                    .isInstanceOf(CaptureException.SnapshotLost.class);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("capture-"));
        }
    }

    @Test
    void theFirstFailureStopsTheOthersAndIsTheOneThatIsTold() throws SQLException {
        try (SnapshotSession session = SnapshotSession.open(source, Patience.USUAL)) {
            MigratorException failure = new CaptureException.Stopped("this one");
            AtomicInteger begun = new AtomicInteger();
            CaptureTask failing = task(worker -> {
                throw failure;
            });
            CaptureTask counting = task(worker -> begun.incrementAndGet());

            assertThatThrownBy(() -> crew(session, Duration.ofHours(1), () -> {})
                            .run(List.of(ENDLESS, failing, counting, counting), 2))
                    .isSameAs(failure);
            assertThat(begun).hasValue(0);
        }
    }

    @Test
    void aLongCaptureProlongsItsLease() throws SQLException {
        AtomicLong nanos = new AtomicLong();
        try (SnapshotSession session = SnapshotSession.open(source, Patience.USUAL);
                Lease lease = space.lease(Duration.ofMinutes(1))) {
            KeepAlive keepAlive = new KeepAlive(session, lease, nanos::get);
            String first = lease.key();

            keepAlive.run();
            assertThat(lease.key()).isEqualTo(first);

            nanos.addAndGet(Duration.ofMinutes(21).toNanos());
            keepAlive.run();
            assertThat(lease.key()).isGreaterThan(first);
        }
    }

    private Crew crew(SnapshotSession session, Duration beat, Runnable heart) {
        return new Crew(
                source,
                () -> new CaptureWorker(
                        source,
                        session.id(),
                        new PackWriter(space, KnownChunks.none(), folder.resolve("work")),
                        bytes -> {}),
                beat,
                heart);
    }

    @FunctionalInterface
    private interface Work {
        void with(CaptureWorker worker) throws SQLException;
    }

    private static CaptureTask task(Work work) {
        return new CaptureTask() {
            @Override
            public String subject() {
                return "a task";
            }

            @Override
            public void run(CaptureWorker worker) throws SQLException {
                work.with(worker);
            }
        };
    }
}
