package dev.migrator.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.error.MigratorException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewTest {

    private static final String NAME = "a crew of the test";
    private static final MigratorException STOPPED = new MigratorException("stopped", "the work", "Begin again");
    private static final MigratorException FAILED = new MigratorException("failed", "the work", "Mend it");

    private final Queue<Recorder> workers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch waiting = new CountDownLatch(1);

    @AfterEach
    void everyWorkerIsClosed() {
        assertThat(workers).allMatch(worker -> worker.closed.get());
    }

    @Test
    void tasksAreBegunInTheirOrderAndThenEachWorkerFinishes() {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();

        crew(1).run(List.of(worker -> done.add(1), worker -> done.add(2), worker -> done.add(3)));

        assertThat(done).containsExactly(1, 2, 3);
        assertThat(workers).hasSize(1).allMatch(worker -> worker.finished.get());
    }

    @Test
    void noMoreWorkersAreHiredThanThereAreTasks() {
        crew(8).run(Collections.nCopies(2, worker -> {}));
        crew(8).run(List.of());

        assertThat(workers).hasSize(2);
    }

    @Test
    void workersWorkSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        Task meeting = worker -> {
            both.countDown();
            both.await();
        };

        crew(2).run(List.of(meeting, meeting));

        assertThat(both.getCount()).isZero();
    }

    @Test
    void theFirstFailureIsToldAndStopsWhoStillWorks() {
        AtomicInteger begun = new AtomicInteger();
        Task counting = worker -> begun.incrementAndGet();

        assertThatThrownBy(() -> crew(2).run(List.of(this::untilAborted, failsWhenAnotherWaits(), counting, counting)))
                .isSameAs(FAILED);

        assertThat(begun).hasValue(0);
        assertThat(workers).noneMatch(worker -> worker.finished.get());
    }

    @Test
    void anInterruptOfWhoWaitsStopsAll() throws InterruptedException {
        AtomicBoolean told = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            assertThatThrownBy(() -> crew(1).run(this::untilAborted)).isSameAs(STOPPED);
            told.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        waiting.await();

        caller.interrupt();
        caller.join();

        assertThat(told).isTrue();
    }

    @Test
    void aHeartThatFailsStopsAll() {
        assertThatThrownBy(() -> crew(1).run(List.of(this::untilAborted), Duration.ofMillis(10), () -> {
                    if (waiting.getCount() == 0) {
                        throw FAILED;
                    }
                }))
                .isSameAs(FAILED);
    }

    @Test
    void aWorkerThatCannotBeHiredIsAFailure() {
        Crew<Task> crew = new Crew<>(
                NAME,
                1,
                () -> {
                    throw FAILED;
                },
                () -> STOPPED);

        assertThatThrownBy(() -> crew.run(worker -> {})).isSameAs(FAILED);
    }

    @Test
    void aCrewThatWasStoppedCanBeginAgain() {
        Crew<Task> crew = crew(1);
        assertThatThrownBy(() -> crew.run(worker -> {
                    throw FAILED;
                }))
                .isSameAs(FAILED);
        AtomicBoolean done = new AtomicBoolean();

        crew.run(worker -> done.set(true));

        assertThat(done).isTrue();
    }

    private Crew<Task> crew(int size) {
        return new Crew<>(NAME, size, Recorder::new, () -> STOPPED);
    }

    private void untilAborted(Recorder worker) {
        waiting.countDown();
        while (worker.aborted.getCount() > 0) {
            try {
                worker.aborted.await();
            } catch (InterruptedException e) {
                // What waits for a server does not hear an interrupt either.
            }
        }
        throw new IllegalStateException("aborted");
    }

    private Task failsWhenAnotherWaits() {
        return worker -> {
            waiting.await();
            throw FAILED;
        };
    }

    @FunctionalInterface
    private interface Task {
        void with(Recorder worker) throws InterruptedException;
    }

    /** A worker that keeps what it was told. */
    private final class Recorder implements Worker<Task> {

        private final CountDownLatch aborted = new CountDownLatch(1);
        private final AtomicBoolean finished = new AtomicBoolean();
        private final AtomicBoolean closed = new AtomicBoolean();

        Recorder() {
            workers.add(this);
        }

        @Override
        public void work(Task task) {
            try {
                task.with(this);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void finish() {
            finished.set(true);
        }

        @Override
        public void abort() {
            aborted.countDown();
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
