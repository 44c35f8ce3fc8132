package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.PoolerGuard;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.internal.Crew;
import dev.migrator.profile.internal.StepProgress;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.store.KnownChunks;
import dev.migrator.profile.store.Lease;
import dev.migrator.profile.store.PackCounts;
import dev.migrator.profile.store.PackWriter;
import dev.migrator.profile.store.ProfileSpace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Captures a live database and its media folders as a snapshot of a profile: as it is at one instant, whatever is written meanwhile. Reads
 * only, with the rights of a role that may read.
 *
 * <p>Safe for use by several threads, one capture each.
 */
public final class CaptureSnapshot {

    private final ProfileSpace space;
    private final Path workFolder;
    private final ProgressListener listener;

    /**
     * @param space where the snapshot goes
     * @param workFolder for packs in the making, at most 64 MiB for each job
     */
    public CaptureSnapshot(ProfileSpace space, Path workFolder, ProgressListener listener) {
        this.space = space;
        this.workFolder = workFolder;
        this.listener = listener.calm();
    }

    /**
     * Captures. Everything is checked before the first byte is sent; the manifest, by which the snapshot exists, is written last. When this
     * returns or throws, no thread, lock or connection is left. An interrupt of the calling thread stops it.
     *
     * @throws CaptureException where the source cannot be captured
     * @throws dev.migrator.error.MigratorException where the server or the store fails
     */
    public Captured capture(CaptureRequest request) {
        long begun = System.nanoTime();
        Database source = request.source();
        try {
            PoolerGuard.check(source);
            step("taking a snapshot of " + source.name() + " at " + source.server());
            try (SnapshotSession session = SnapshotSession.open(source, Patience.USUAL, request.subscriptions())) {
                CapturePlan plan = new CapturePlan(request, session, listener);
                tellLimits(session, plan);
                space.prepare();
                try (Lease lease = space.lease(KeepAlive.LEASE)) {
                    PackCounts packs = read(plan, session, lease, request);
                    requireTrue(session);
                    step("writing the manifest");
                    Manifest manifest = plan.manifest(space.profile());
                    SnapshotId id = space.publish(manifest);
                    Duration time = Duration.ofNanos(System.nanoTime() - begun);
                    return new Captured(id, manifest, CaptureCounts.of(manifest, packs), time);
                }
            }
        } catch (SQLException e) {
            throw ReadFailure.inWords(e, "database " + source.name(), source.server());
        }
    }

    private PackCounts read(CapturePlan plan, SnapshotSession session, Lease lease, CaptureRequest request) {
        Database source = request.source();
        StepProgress progress = StepProgress.start(listener, "reading rows and files", plan.expectedBytes());
        KnownChunks known = space.knownChunks();
        Queue<PackCounts> counts = new ConcurrentLinkedQueue<>();
        Crew<CaptureTask> crew = new Crew<>(
                "capture of " + source.name(),
                request.jobs(),
                () -> new CaptureWorker(
                        source, session.id(), new PackWriter(space, known, workFolder), progress::add, counts::add),
                () -> new CaptureException.Stopped(source.name()));
        try {
            crew.run(plan.tasks(), KeepAlive.BEAT, new KeepAlive(session, lease, System::nanoTime));
            return counts.stream().reduce(PackCounts.NONE, PackCounts::plus);
        } catch (CaptureException.SnapshotLost e) {
            // A worker finds it gone; the leader may know why.
            session.requireHeld();
            throw e;
        }
    }

    private void requireTrue(SnapshotSession session) throws SQLException {
        if (session.requireReadAsOfSnapshot()) {
            listener.on(new ProgressEvent.Notice(
                    "the schema was changed during the capture; the snapshot holds it as it was before"));
        }
    }

    private void tellLimits(SnapshotSession session, CapturePlan plan) throws SQLException {
        if (!plan.unmasked().isEmpty()) {
            listener.on(new ProgressEvent.Notice(
                    "masks hold for rows only: " + plan.unmasked() + " are captured as they are"));
        }
        if (onStandby(session.connection())) {
            listener.on(new ProgressEvent.Notice(
                    "the source is a standby: sequences may stand up to 32 values further than on the primary"));
        }
    }

    private static boolean onStandby(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void step(String step) {
        listener.on(new ProgressEvent.StepStarted(step));
    }
}
