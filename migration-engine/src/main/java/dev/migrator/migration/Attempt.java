package dev.migrator.migration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code schema_migrations}: an attempt to apply a file or to take it back.
 *
 * @param version null for a repeatable file
 * @param filename as in {@link Migration#filename()}; {@code (baseline)} for a version that a baseline named and no file has
 * @param checksum of the file as it was then; null where there was no file
 * @param success whether it did what it was to do; of an attempt that failed, only what {@code statementsDone} says is in the database
 * @param errorMessage why it failed, without a value of a row; null where it did not
 * @param undone whether it was rolled back since
 * @param statementsDone of a file that is not one transaction: so many statements are in the database
 */
public record Attempt(
        Operation operation,
        @Nullable MigrationVersion version,
        String filename,
        @Nullable String checksum,
        Instant appliedAt,
        Duration executionTime,
        boolean success,
        @Nullable String errorMessage,
        boolean undone,
        long statementsDone) {

    /** Whether it says that its migration is in the database. */
    public boolean isApplied() {
        return success && !undone && operation.leavesApplied();
    }
}
