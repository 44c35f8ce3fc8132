package dev.migrator.profile.load;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connections that work side by side: each takes the next job as soon as it is free. The first failure stops all of them, and so does an
 * interrupt of the thread that waits. When a call returns, no connection of it is open.
 */
final class Crew {

    private final Database database;
    private final LoadSession session;
    private final int size;
    private final Set<Connection> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    Crew(Database database, LoadSession session, int size) {
        this.database = database;
        this.session = session;
        this.size = size;
    }

    /**
     * Does all jobs, begun in their order.
     *
     * @throws MigratorException what failed first
     */
    void run(Collection<? extends Job> jobs) {
        int threads = Math.min(size, jobs.size());
        if (threads == 0) {
            return;
        }
        Queue<Job> queue = new ConcurrentLinkedQueue<>(jobs);
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "restore of " + database.name());
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<@Nullable Void> done = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; i++) {
                done.submit(() -> work(queue), null);
            }
            for (int i = 0; i < threads; i++) {
                done.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestoreException.Stopped(database.name());
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            stop(pool);
        }
    }

    /** Does one job; interruptible all the same. */
    void run(Job job) {
        run(List.of(job));
    }

    private void work(Queue<Job> queue) {
        try (Connection connection = session.open(database)) {
            working.add(connection);
            try {
                for (Job job = queue.poll(); job != null && !stopped; job = queue.poll()) {
                    run(job, connection);
                }
            } finally {
                working.remove(connection);
            }
        } catch (SQLException e) {
            throw RestoreException.inWords(e, "database " + database.name(), database);
        }
    }

    private void run(Job job, Connection connection) {
        try {
            job.run(connection);
        } catch (SQLException e) {
            throw RestoreException.inWords(e, job.subject(), database);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable failure) {
        if (failure instanceof MigratorException known) {
            return known;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a worker failed", failure);
    }

    /** Cuts the connections of those that still work, since the server may need long to finish, and waits until nobody does. */
    private void stop(ExecutorService pool) {
        stopped = true;
        pool.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            working.forEach(Crew::abort);
            try {
                ended = pool.awaitTermination(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        stopped = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is as good as cut: whoever works on it will find out.
            System.getLogger(Crew.class.getName()).log(System.Logger.Level.DEBUG, "abort", e);
        }
    }
}
