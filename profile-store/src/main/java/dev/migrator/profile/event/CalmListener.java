package dev.migrator.profile.event;

import dev.migrator.profile.event.ProgressEvent.BytesDone;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Stands between the work and a listener: a broken listener never ends the work, and bytes are told of at most ten times a second. */
final class CalmListener implements ProgressListener {

    private static final Logger LOG = System.getLogger(CalmListener.class.getName());
    private static final long PAUSE_NANOS = 100_000_000;

    private final ProgressListener listener;
    private final LongSupplier nanos;
    private final AtomicLong next;

    /** @param nanos a clock like {@link System#nanoTime} */
    CalmListener(ProgressListener listener, LongSupplier nanos) {
        this.listener = listener;
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
    }

    @Override
    public void on(ProgressEvent event) {
        if (event instanceof BytesDone bytes && bytes.done() != bytes.total() && !isTime()) {
            return;
        }
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a progress listener failed", e);
        }
    }

    private boolean isTime() {
        long now = nanos.getAsLong();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS);
    }
}
