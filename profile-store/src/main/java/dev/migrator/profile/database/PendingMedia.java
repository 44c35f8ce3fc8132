package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.media.MediaFolders;
import dev.migrator.profile.media.StagedMedia;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts in place the media that a restore has staged which was killed after its database was there; cheap where nothing was left. Media of
 * a restore whose database never came are left to the next restore.
 */
public final class PendingMedia {

    private static final System.Logger LOG = System.getLogger(PendingMedia.class.getName());

    private final Disk disk;

    public PendingMedia(Disk disk) {
        this.disk = disk;
    }

    /**
     * Connects only where something was left. A restore that is going on sees to its folders itself.
     *
     * @param server any database of the server that the killed restore may have been on
     * @param directory that holds the places of the media folders
     */
    public void complete(Database server, Path directory) {
        StagedMedia.in(directory, disk).forEach((target, media) -> complete(server.named(target), media));
    }

    private static void complete(Database target, MediaFolders media) {
        try (TargetLock lock = TargetLock.take(target)) {
            String restore = restoreOf(ExistingDatabase.find(lock.connection(), target.name()));
            if (restore != null) {
                media.complete(restore);
            }
        } catch (TargetException.Locked e) {
            LOG.log(System.Logger.Level.DEBUG, "media are left to the restore that goes on", e);
        } catch (SQLException e) {
            throw TargetException.inWords(e, target);
        }
    }

    /** The restore that a database's marker names; null where it carries none. */
    static @Nullable String restoreOf(Optional<ExistingDatabase> database) {
        Optional<Marker> marker = database.flatMap(ExistingDatabase::marker);
        return marker.isPresent() ? marker.get().restore() : null;
    }
}
