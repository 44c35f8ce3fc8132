package dev.migrator.profile.store;

import dev.migrator.profile.event.ProgressEvent.BytesDone;
import dev.migrator.profile.event.ProgressEvent.StepStarted;
import dev.migrator.profile.event.ProgressListener;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Brings all packs of a snapshot into the cache, several at a time. */
final class PackFetch {

    private static final String STEP = "fetching packs";

    /** What fills an ordinary line to a store that is far away. */
    private static final int AT_ONCE = 4;

    private final ProfileSpace space;
    private final PackDownload download;
    private final ProgressListener listener;

    PackFetch(ProfileSpace space, PackDownload download, ProgressListener listener) {
        this.space = space;
        this.download = download;
        this.listener = listener.calm();
    }

    /** @param lengths for each pack, how many of its bytes are needed */
    void fetch(Map<String, Long> lengths) {
        listener.on(new StepStarted(STEP));
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "fetch of " + space.profile());
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Long> packs = new ExecutorCompletionService<>(pool);
            lengths.forEach((pack, length) -> packs.submit(() -> {
                download.require(pack, length);
                return length;
            }));
            report(packs, lengths);
        } finally {
            stop(pool);
        }
    }

    /** Returns when no thread writes into the cache any more. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(CompletionService<Long> packs, Map<String, Long> lengths) {
        long total = lengths.values().stream().mapToLong(Long::longValue).sum();
        long done = 0;
        for (int i = 0; i < lengths.size(); i++) {
            done += next(packs);
            listener.on(new BytesDone(STEP, done, total));
        }
    }

    private long next(CompletionService<Long> packs) {
        try {
            return packs.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException.Stopped(space.location());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
