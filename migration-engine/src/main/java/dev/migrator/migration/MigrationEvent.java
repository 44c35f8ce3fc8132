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

    /** A file goes on behind the statements that are in the database already. */
    record Resumed(String filename, long statements) implements MigrationEvent {}

    /** A statement of an idempotent file changed nothing, because what it makes or drops is there or gone. */
    record Tolerated(String filename, String what) implements MigrationEvent {}

    /** A file did not get what it needed and is tried again. */
    record Retried(String filename, String reason, Duration after) implements MigrationEvent {}

    /** Something is not as it should be, and the policy is to go on. */
    record Warned(MigrationProblem problem) implements MigrationEvent {}

    /** An earlier run was killed; {@code who} it was is as {@code migration_locks} has it. */
    record Abandoned(String who) implements MigrationEvent {}

    /** A file was rolled back. */
    record Failed(String filename, String reason) implements MigrationEvent {}
}
