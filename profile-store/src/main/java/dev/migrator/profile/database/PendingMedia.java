package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.media.MediaFolders;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finishes with the media folders of a target what a restore that was killed after its swap has left; cheap where nothing was left. */
public final class PendingMedia {

    private final Disk disk;

    public PendingMedia(Disk disk) {
        this.disk = disk;
    }

    /**
     * Connects only where something was left.
     *
     * @param places by the name of the media folder
     * @return false where another restore of this target is going on, which will see to its folders itself
     */
    public boolean finish(Database target, Map<String, Path> places) {
        MediaFolders media = new MediaFolders(disk, places, target.name());
        if (!media.pending()) {
            return true;
        }
        try (TargetLock lock = TargetLock.take(target)) {
            media.settle(restoreOf(ExistingDatabase.find(lock.connection(), target.name())));
            return true;
        } catch (TargetException.Locked e) {
            return false;
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
