package dev.migrator.profile.internal;

import dev.migrator.profile.event.ProgressEvent.BytesDone;
import dev.migrator.profile.event.ProgressEvent.StepStarted;
import dev.migrator.profile.event.ProgressListener;
import java.util.concurrent.atomic.AtomicLong;

/** How far a step has come that several threads work on. Safe for use by several threads. */
public final class StepProgress {

    /** Bytes that are worth an event. */
    public static final long WORTH_TELLING = 1L << 20;

    private final ProgressListener listener;
    private final String step;
    private final long expected;
    private final AtomicLong done = new AtomicLong();

    private StepProgress(ProgressListener listener, String step, long expected) {
        this.listener = listener;
        this.step = step;
        this.expected = expected;
    }

    /**
     * Tells that a step begins.
     *
     * @param expected how many bytes it will come to; where it may come to more, they are told of as without a known total
     */
    public static StepProgress start(ProgressListener listener, String step, long expected) {
        listener.on(new StepStarted(step));
        return new StepProgress(listener, step, expected);
    }

    /** Counts bytes that were done just now. */
    public void add(long bytes) {
        if (bytes > 0) {
            long now = done.addAndGet(bytes);
            listener.on(new BytesDone(step, now, now > expected ? 0 : expected));
        }
    }
}
