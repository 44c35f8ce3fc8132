package dev.migrator.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a profile's {@code snapshot.json} holds, the file to commit: at most 1 KB.
 *
 * @param format the format of this file and of the store, 1
 * @param snapshot pins the manifest, and by it every byte
 * @param takenAt when the source's state was seen, UTC
 * @param serverMajor the source's major version
 * @param migrationVersion the newest migration applied in the source; null where it tracked none
 * @param maskingDigest tells whether two snapshots were masked alike; null where nothing was masked
 * @param parent the snapshot that the ref pointed at before; null for the first one
 */
public record Ref(
        int format,
        SnapshotId snapshot,
        Instant takenAt,
        int serverMajor,
        @Nullable String migrationVersion,
        @Nullable String maskingDigest,
        @Nullable SnapshotId parent) {}
