package dev.migrator.profile.load;

import dev.migrator.profile.event.ProgressEvent.BytesDone;
import dev.migrator.profile.event.ProgressEvent.StepStarted;
import dev.migrator.profile.event.ProgressListener;
import java.util.concurrent.atomic.AtomicLong;

/** How far a step has come that several threads work on. Safe for use by several threads. */
final class LoadProgress {

    /** Bytes that are worth an event. */
    static final long STEP = 1L << 20;

    private final ProgressListener listener;
    private final String step;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    private LoadProgress(ProgressListener listener, String step, long total) {
        this.listener = listener;
        this.step = step;
        this.total = total;
    }

    static LoadProgress start(ProgressListener listener, String step, long total) {
        listener.on(new StepStarted(step));
        return new LoadProgress(listener, step, total);
    }

    void add(long bytes) {
        listener.on(new BytesDone(step, done.addAndGet(bytes), total));
    }
}
