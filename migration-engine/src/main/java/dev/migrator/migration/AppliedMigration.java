package dev.migrator.migration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code schema_migrations}: an attempt to apply a migration.
 *
 * @param filename as in {@link Migration#filename()}; {@code (baseline)} for a version that a baseline named and no file has
 * @param checksum of the file as it was applied; null where there was no file
 * @param success whether it is in the database; an attempt that failed left nothing behind but this row
 * @param errorMessage why it failed; null where it did not
 * @param baseline whether it was not run, but known to be contained
 */
public record AppliedMigration(
        MigrationVersion version,
        String filename,
        @Nullable String checksum,
        Instant appliedAt,
        Duration executionTime,
        boolean success,
        @Nullable String errorMessage,
        boolean baseline) {}
