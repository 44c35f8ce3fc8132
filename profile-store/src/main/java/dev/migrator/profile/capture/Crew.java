package dev.migrator.profile.capture;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.profile.store.PackCounts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The workers of one capture: each takes the next task as soon as it is free. The first failure stops all of them, and so does an
 * interrupt of the thread that waits for them.
 */
final class Crew {

    private final Database source;
    private final Hiring hiring;
    private final Duration beat;
    private final Runnable heart;
    private final Set<CaptureWorker> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** Makes a worker, in the thread that it will work in. */
    @FunctionalInterface
    interface Hiring {
        CaptureWorker hire() throws SQLException;
    }

    /**
     * @param beat how often to call {@code heart} while waiting
     * @param heart what keeps the capture alive; where it throws, all stops
     */
    Crew(Database source, Hiring hiring, Duration beat, Runnable heart) {
        this.source = source;
        this.hiring = hiring;
        this.beat = beat;
        this.heart = heart;
    }

    /**
     * Does all tasks, in their order as far as they are begun, and puts what was read into the store.
     *
     * @throws MigratorException what failed first; then all workers have stopped
     */
    PackCounts run(Collection<CaptureTask> tasks, int jobs) {
        Queue<CaptureTask> queue = new ConcurrentLinkedQueue<>(tasks);
        int threads = Math.min(jobs, tasks.size());
        if (threads == 0) {
            return PackCounts.NONE;
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "capture-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<PackCounts> done = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; i++) {
                done.submit(() -> work(queue));
            }
            return await(done, threads);
        } finally {
            stop(pool);
        }
    }

    private PackCounts work(Queue<CaptureTask> queue) {
        try (CaptureWorker worker = hiring.hire()) {
            working.add(worker);
            try {
                for (CaptureTask task = queue.poll(); task != null && !stopped; task = queue.poll()) {
                    run(task, worker);
                }
                return stopped ? PackCounts.NONE : worker.finish();
            } finally {
                working.remove(worker);
            }
        } catch (SQLException e) {
            throw ReadFailure.inWords(e, "database " + source.name(), source.server());
        }
    }

    private void run(CaptureTask task, CaptureWorker worker) {
        try {
            task.run(worker);
        } catch (SQLException e) {
            throw task.masks()
                    ? ReadFailure.ofMasks(e, task.subject(), source.server())
                    : ReadFailure.inWords(e, task.subject(), source.server());
        }
    }

    private PackCounts await(CompletionService<PackCounts> done, int threads) {
        PackCounts all = PackCounts.NONE;
        try {
            for (int left = threads; left > 0; ) {
                Future<PackCounts> finished = done.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
                if (finished == null) {
                    heart.run();
                } else {
                    all = all.plus(finished.get());
                    left--;
                }
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureException.Stopped(source.name());
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private static MigratorException rethrown(ExecutionException failure) {
        if (failure.getCause() instanceof MigratorException known) {
            return known;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a worker failed", failure.getCause());
    }

    /** Returns when no worker works any more, so that nothing is written or held behind the caller's back. */
    private void stop(ExecutorService pool) {
        stopped = true;
        pool.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            working.forEach(CaptureWorker::abort);
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
