package dev.migrator.profile.internal;

import dev.migrator.error.MigratorException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do tasks side by side, each with a worker of its own that takes the next task as soon as it is free. The first failure stops
 * all of them, and so does an interrupt of the thread that waits for them. When a call returns or throws, its threads have ended and its
 * workers are closed, so that nothing is written or held behind the caller's back.
 *
 * <p>Immutable; safe for use by several threads, whose calls share no worker.
 */
public final class Crew<T> {

    private static final Duration SELDOM = Duration.ofHours(1);

    private final String name;
    private final int size;
    private final Supplier<? extends Worker<? super T>> hiring;
    private final Supplier<? extends MigratorException> stopped;

    /**
     * @param name of its threads, a number is added
     * @param size how many work at the same time, at least 1
     * @param hiring makes a worker, in the thread that it will work in
     * @param stopped what to throw where the waiting thread is interrupted
     */
    public Crew(
            String name,
            int size,
            Supplier<? extends Worker<? super T>> hiring,
            Supplier<? extends MigratorException> stopped) {
        this.name = name;
        this.size = size;
        this.hiring = hiring;
        this.stopped = stopped;
    }

    /** Does one task; interruptible all the same. */
    public void run(T task) {
        run(List.of(task));
    }

    /**
     * Does all tasks, begun in their order.
     *
     * @throws MigratorException what failed first
     */
    public void run(Collection<? extends T> tasks) {
        run(tasks, SELDOM, () -> {});
    }

    /**
     * Does all tasks, begun in their order.
     *
     * @param beat how often to call {@code heart} while they are done
     * @param heart what keeps the work alive; where it throws, all stop
     * @throws MigratorException what failed first
     */
    public void run(Collection<? extends T> tasks, Duration beat, Runnable heart) {
        int threads = Math.min(size, tasks.size());
        if (threads == 0) {
            return;
        }
        Shift<T> shift = new Shift<>(tasks, hiring);
        ExecutorService pool = pool(threads);
        try {
            CompletionService<@Nullable Void> ended = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; i++) {
                ended.submit(shift::work, null);
            }
            await(ended, threads, beat, heart);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            shift.end(pool);
        }
    }

    private ExecutorService pool(int threads) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, name + " " + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void await(CompletionService<@Nullable Void> ended, int threads, Duration beat, Runnable heart)
            throws InterruptedException, ExecutionException {
        for (int left = threads; left > 0; ) {
            Future<@Nullable Void> one = ended.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
            if (one == null) {
                heart.run();
            } else {
                one.get();
                left--;
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException known) {
            return known;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a worker failed", failure);
    }
}
