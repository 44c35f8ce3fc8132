package dev.migrator.profile.capture;

import dev.migrator.profile.store.Lease;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What has to be done now and then while workers read: see that the leader still holds its locks, and prolong the lease. */
final class KeepAlive implements Runnable {

    /** How long the lease lasts if this process is killed. */
    static final Duration LEASE = Duration.ofHours(1);

    /** How often to run. */
    static final Duration BEAT = Duration.ofSeconds(30);

    private static final long RENEW_NANOS = LEASE.dividedBy(3).toNanos();

    private final SnapshotSession session;
    private final Lease lease;
    private final LongSupplier nanos;
    private long renewed;

    /** @param nanos a clock like {@link System#nanoTime} */
    KeepAlive(SnapshotSession session, Lease lease, LongSupplier nanos) {
        this.session = session;
        this.lease = lease;
        this.nanos = nanos;
        this.renewed = nanos.getAsLong();
    }

    /** @throws CaptureException.SnapshotLost where the leader's session has ended */
    @Override
    public void run() {
        session.requireHeld();
        long now = nanos.getAsLong();
        if (now - renewed > RENEW_NANOS) {
            lease.renew(LEASE);
            renewed = now;
        }
    }
}
