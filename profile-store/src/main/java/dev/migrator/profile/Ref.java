package dev.migrator.profile;

import dev.migrator.profile.manifest.Manifest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a profile's {@code snapshot.json} holds, the file to commit: at most 1 KB.
 *
 * @param format the format of this file and of the store, 1
 * @param snapshot pins the manifest, and by it every byte
 * @param takenAt when the source's state was seen, UTC
 * @param serverMajor the source's major version
 * @param migrationVersion the newest migration that the data contain; null where nobody could tell
 * @param maskingDigest tells whether two snapshots were masked alike; null where nothing was masked
 * @param parent the snapshot that the profile's ref pointed at when this one was taken; null for the first one
 */
public record Ref(
        int format,
        SnapshotId snapshot,
        Instant takenAt,
        int serverMajor,
        @Nullable String migrationVersion,
        @Nullable String maskingDigest,
        @Nullable SnapshotId parent) {

    /** The ref that points at a snapshot. */
    public static Ref to(SnapshotId snapshot, Manifest manifest) {
        return new Ref(
                Manifest.FORMAT,
                snapshot,
                manifest.takenAt(),
                manifest.catalog().server().major(),
                manifest.migrationVersion(),
                manifest.masking().digest(),
                manifest.parent());
    }

    /**
     * Checks that this ref tells of its snapshot what the manifest does; who edits one by hand is found out.
     *
     * @throws RefException where it does not
     */
    public void requireTrueTo(Manifest manifest) {
        Ref truth = to(snapshot, manifest);
        requireEqual("takenAt", takenAt, truth.takenAt);
        requireEqual("serverMajor", serverMajor, truth.serverMajor);
        requireEqual("migrationVersion", migrationVersion, truth.migrationVersion);
        requireEqual("maskingDigest", maskingDigest, truth.maskingDigest);
        requireEqual("parent", parent, truth.parent);
    }

    private void requireEqual(String field, @Nullable Object said, @Nullable Object truth) {
        if (!Objects.equals(said, truth)) {
            throw RefException.altered(field, snapshot);
        }
    }
}
