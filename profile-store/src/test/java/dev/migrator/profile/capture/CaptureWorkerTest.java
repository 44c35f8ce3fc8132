package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.internal.Crew;
import dev.migrator.profile.store.KnownChunks;
import dev.migrator.profile.store.PackCounts;
import dev.migrator.profile.store.PackWriter;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.Stores;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWorkerTest {

    @TempDir
    private Path folder;

    private final Queue<PackCounts> counts = new ConcurrentLinkedQueue<>();
    private Database source;
    private ProfileSpace space;
    private SnapshotSession session;

    @BeforeEach
    void open() throws SQLException {
        source = TestPostgres.newest().createDatabase("crew");
        space = new ProfileSpace(
                Stores.open("file:" + folder.resolve("store"), Map.of()), new ProfileName("customer1"));
        session = SnapshotSession.open(source, Patience.USUAL);
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
    }

    @Test
    void aFailureEndsWorkersThatWaitForTheServer() {
        CountDownLatch asleep = new CountDownLatch(1);
        CaptureTask endless = task(reader -> reader.inSnapshot(connection -> {
            try (var statement = connection.createStatement()) {
                asleep.countDown();
                statement.execute("SELECT pg_sleep(1000000)");
            }
        }));
        CaptureException failure = new CaptureException.Stopped("this one");
        CaptureTask failing = task(reader -> {
            try {
                asleep.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw failure;
        });

        assertThatThrownBy(() -> crew().run(List.of(endless, failing))).isSameAs(failure);
        assertThat(counts).isEmpty();
    }

    @Test
    void whatTheServerSaysIsToldWithWhatWasRead() {
        CaptureTask wrong = task(reader -> reader.inSnapshot(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1 / 0");
            }
        }));

        assertThatThrownBy(() -> crew().run(wrong))
                .isInstanceOf(CaptureException.ReadFailed.class)
                .hasMessageStartingWith("the server could not read: a task: division by zero (SQLSTATE 22012)");
    }

    @Test
    void whatWasReadIsPutWhenNoTaskIsLeft() {
        CaptureTask piece = task(reader -> reader.pieces().add(new byte[] {1, 2, 3}, 0, 3, 0));

        crew().run(piece);

        assertThat(counts).singleElement().satisfies(put -> {
            assertThat(put.newChunks()).isEqualTo(1);
            assertThat(put.packs()).isEqualTo(1);
        });
    }

    private Crew<CaptureTask> crew() {
        return new Crew<>(
                "capture of a test",
                2,
                () -> new CaptureWorker(
                        source,
                        session.id(),
                        new PackWriter(space, KnownChunks.none(), folder.resolve("work")),
                        bytes -> {},
                        counts::add),
                () -> new CaptureException.Stopped("another one"));
    }

    @FunctionalInterface
    private interface Work {
        void with(SnapshotReader reader) throws SQLException;
    }

    private static CaptureTask task(Work work) {
        return new CaptureTask() {
            @Override
            public String subject() {
                return "a task";
            }

            @Override
            public void run(SnapshotReader reader) throws SQLException {
                work.with(reader);
            }
        };
    }
}
