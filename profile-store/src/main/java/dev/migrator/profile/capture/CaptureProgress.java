package dev.migrator.profile.capture;

import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Tells a listener how many bytes were read, of as many as the tables' files are long. Safe for use by several threads. */
final class CaptureProgress implements LongConsumer {

    static final String STEP = "reading rows and files";

    private final ProgressListener listener;
    private final long expected;
    private final AtomicLong done = new AtomicLong();

    /** @param expected bytes, an estimate: the text of a row may be longer or shorter than the row; beyond it the total is unknown */
    CaptureProgress(ProgressListener listener, long expected) {
        this.listener = listener;
        this.expected = expected;
    }

    /** Counts bytes that were read just now. */
    @Override
    public void accept(long bytes) {
        long now = done.addAndGet(bytes);
        if (bytes > 0) {
            listener.on(new ProgressEvent.BytesDone(STEP, now, now > expected ? 0 : expected));
        }
    }
}
