package dev.migrator.profile.store;

import dev.migrator.profile.SnapshotId;
import java.time.Instant;

/**
 * What a listing of the store tells of a snapshot.
 *
 * @param manifestSize of the manifest's file, in bytes
 * @param published when the manifest was written
 */
public record SnapshotSummary(SnapshotId id, long manifestSize, Instant published) {}
