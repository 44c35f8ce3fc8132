package dev.migrator.migration;

import java.time.Duration;

/** A step of a replay. */
public sealed interface MigrationEvent {

    /** Somebody else is migrating this database; the replay goes on when they are done. */
    record Waiting(LockHolder holder) implements MigrationEvent {}

    /** A file begins; {@code number} counts from 1 to {@code total}. */
    record Started(String filename, int number, int total) implements MigrationEvent {}

    /** A file is committed. */
    record Applied(String filename, Duration duration) implements MigrationEvent {}

    /** A file was rolled back. */
    record Failed(String filename, String reason) implements MigrationEvent {}
}
