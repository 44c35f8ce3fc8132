package dev.migrator.profile.capture;

import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.manifest.Manifest;
import java.time.Duration;

/**
 * A snapshot that is in the store.
 *
 * @param id for the ref
 * @param time that it took
 */
public record Captured(SnapshotId id, Manifest manifest, CaptureCounts counts, Duration time) {}
