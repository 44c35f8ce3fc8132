package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import dev.migrator.profile.SnapshotId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to capture, and how.
 *
 * @param source the database
 * @param masking what is decided about personal data
 * @param media the folders that belong to it, each with a name of its own
 * @param parent the snapshot that the profile's ref points at now; null for the first one
 * @param migrationVersion finds the newest migration that the data contain
 * @param subscriptions whether the snapshot holds the database's subscriptions; a right to read them is needed then
 * @param jobs how many connections read at the same time, at least 1; one more leads
 */
public record CaptureRequest(
        Database source,
        Masking masking,
        List<MediaFolder> media,
        @Nullable SnapshotId parent,
        VersionProbe migrationVersion,
        boolean subscriptions,
        int jobs) {

    /** With subscriptions. */
    public CaptureRequest(
            Database source,
            Masking masking,
            List<MediaFolder> media,
            @Nullable SnapshotId parent,
            VersionProbe migrationVersion,
            int jobs) {
        this(source, masking, media, parent, migrationVersion, true, jobs);
    }

    public CaptureRequest {
        media = List.copyOf(media);
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs is " + jobs + ", and someone has to read");
        }
        if (media.stream().map(MediaFolder::name).distinct().count() < media.size()) {
            throw new IllegalArgumentException("two media folders have one name");
        }
    }
}
