package dev.migrator.profile.internal;

import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The tasks of one call of a {@link Crew}, and who is at work on them. Safe for use by its threads. */
final class Shift<T> {

    private final Queue<T> tasks;
    private final Supplier<? extends Worker<? super T>> hiring;
    private final Set<Worker<?>> working = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    Shift(Collection<? extends T> tasks, Supplier<? extends Worker<? super T>> hiring) {
        this.tasks = new ConcurrentLinkedQueue<>(tasks);
        this.hiring = hiring;
    }

    /** Does tasks until none is left or the shift is over. */
    void work() {
        try (Worker<? super T> worker = hiring.get()) {
            working.add(worker);
            try {
                for (T task = tasks.poll(); task != null && !over; task = tasks.poll()) {
                    worker.work(task);
                }
                if (!over) {
                    worker.finish();
                }
            } finally {
                working.remove(worker);
            }
        }
    }

    /**
     * Sends home whoever still works, and returns when all have gone. Again and again, since one may be about to wait for something just
     * when it is told.
     */
    void end(ExecutorService pool) {
        over = true;
        pool.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            working.forEach(Worker::abort);
            try {
                ended = pool.awaitTermination(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
