package dev.migrator.profile.database;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerRefusal;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressEvent.Landing;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.event.ProgressEvent.StepStarted;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.media.MediaFolders;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Puts a new database in the place of a target: it is filled, proved and migrated under another name, and takes the target's name in one
 * transaction. Until then the target is untouched; whatever happens it is wholly old or wholly new, and the next run clears away what
 * a killed one has left.
 *
 * <p>Safe for use by several threads, one for each target.
 */
public final class ReplaceDatabase {

    private final Disk disk;
    private final ProgressListener listener;

    public ReplaceDatabase(Disk disk, ProgressListener listener) {
        this.disk = disk;
        this.listener = listener.calm();
    }

    /**
     * Replaces the target, and the media folders with it.
     *
     * @throws TargetException where the target must not be replaced
     * @throws MigratorException where the new database could not be made; the target is as it was
     */
    public Replaced replace(ReplacementRequest request) {
        TargetGuard guard = new TargetGuard(request);
        guard.checkName();
        try (TargetLock lock = TargetLock.take(request.target())) {
            Optional<ExistingDatabase> old = guard.check(lock.connection());
            MediaFolders media = media(request);
            media.settle(PendingMedia.restoreOf(old));
            media.check();
            request.filling().check(lock.connection(), request.target());
            request.filling().prepare(lock.connection());
            Leftovers.dropAll(lock.connection(), request.target());
            try {
                fill(lock.connection(), request, media);
                land(request.target());
                new Swap(lock, guard, request).perform(old);
            } catch (SQLException | RuntimeException e) {
                abandon(request, media, e);
                throw e;
            }
            dropOld(lock.connection(), request.target());
            media.settleAfterSwap(request.marker().restore());
            return new Replaced(request.target().name(), request.marker(), old.isPresent());
        } catch (SQLException e) {
            throw TargetException.inWords(e, request.target());
        }
    }

    /**
     * Checks what {@link #replace} checks before it makes anything, and changes nothing.
     *
     * @throws TargetException where the target must not be replaced
     */
    public void check(ReplacementRequest request) {
        TargetGuard guard = new TargetGuard(request);
        guard.checkName();
        try (TargetLock lock = TargetLock.take(request.target())) {
            guard.check(lock.connection());
            media(request).check();
            request.filling().check(lock.connection(), request.target());
        } catch (SQLException e) {
            throw TargetException.inWords(e, request.target());
        }
    }

    private void fill(Connection server, ReplacementRequest request, MediaFolders media) throws SQLException {
        Database fresh =
                request.target().named(new ReservedNames(request.target().name()).fresh());
        DatabaseShape shape = request.filling().shape();
        DatabaseSettings settings = new DatabaseSettings(server, fresh.name(), listener);
        new FreshDatabase(server, listener).create(fresh.name(), shape);
        settings.comment("unfinished restore of " + request.target().name() + ", dropped by the next one");
        media.stage(request.media().content(), request.marker().restore());
        request.filling().fill(fresh);
        settings.apply(shape);
        request.replay().run(fresh);
        settings.finish(shape, request.marker());
    }

    private void land(Database target) {
        listener.on(new StepStarted("putting the new database in place"));
        listener.on(new Landing());
        if (Thread.currentThread().isInterrupted()) {
            throw new TargetException.Stopped(target.name());
        }
    }

    /** Clears away by a connection of its own, since the one that failed may be of no use; what cannot be cleared now, the next run clears. */
    private void abandon(ReplacementRequest request, MediaFolders media, Exception failure) {
        // The driver does not connect in a thread that was interrupted.
        boolean interrupted = Thread.interrupted();
        try (Connection server = MaintenanceSession.open(request.target())) {
            media.settle(PendingMedia.restoreOf(
                    ExistingDatabase.find(server, request.target().name())));
            Leftovers.dropAll(server, request.target());
        } catch (SQLException e) {
            failure.addSuppressed(ServerRefusal.of(e).withoutValues());
        } catch (MigratorException e) {
            failure.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void dropOld(Connection server, Database target) {
        try {
            Leftovers.dropAll(server, target);
        } catch (SQLException | MigratorException e) {
            listener.on(new Notice(
                    "the target's former database is still there, the next restore drops it: " + e.getMessage()));
        }
    }

    private MediaFolders media(ReplacementRequest request) {
        return new MediaFolders(disk, request.media().places(), request.target().name());
    }
}
