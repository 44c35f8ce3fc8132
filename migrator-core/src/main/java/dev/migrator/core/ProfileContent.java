package dev.migrator.core;

import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.database.Filling;
import dev.migrator.profile.media.MediaPlacement;
import org.jspecify.annotations.Nullable;

/**
 * What a profile is before migrations are replayed on it: a snapshot, or scripts.
 *
 * @param snapshot null for a profile that lies in Git
 * @param filling makes the database
 * @param media places the files
 * @param tables that a snapshot holds; 0 for scripts, which nobody counts
 * @param rows of these tables
 * @param mediaFiles in all its media folders
 */
record ProfileContent(
        @Nullable SnapshotId snapshot, Filling filling, MediaPlacement media, int tables, long rows, long mediaFiles) {}
