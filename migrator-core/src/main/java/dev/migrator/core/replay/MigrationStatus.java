package dev.migrator.core.replay;

import dev.migrator.migration.ReadStatus.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one migration in a database.
 *
 * @param version null for what has none, as a repeatable file
 * @param filename as the engine calls it
 * @param at when the state came about; null for what never ran
 * @param error why the last attempt failed; null where it did not, or where the engine does not keep it
 */
public record MigrationStatus(
        @Nullable String version,
        String filename,
        State state,
        @Nullable Instant at,
        @Nullable String error) {}
