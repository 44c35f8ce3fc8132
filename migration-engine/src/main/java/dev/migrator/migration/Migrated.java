package dev.migrator.migration;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay has done.
 *
 * @param applied the files that were applied now, in order; empty if nothing was pending
 * @param version the highest version that is applied after it; null if none is
 */
public record Migrated(List<Applied> applied, @Nullable String version) {

    /** One file that was applied, and how long that took. */
    public record Applied(String filename, Duration duration) {}

    public Migrated {
        applied = List.copyOf(applied);
    }
}
