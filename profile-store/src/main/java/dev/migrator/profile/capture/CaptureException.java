package dev.migrator.profile.capture;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.SqlText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a database could not be captured. Nothing is published then. */
public abstract sealed class CaptureException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private CaptureException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }

    /** The role may not read all that a snapshot holds. */
    public static final class NotReadable extends CaptureException {
        private static final long serialVersionUID = 1L;

        /** @param objects all of them, with their kind: {@code table app.orders} */
        NotReadable(List<String> objects, String role, String grants) {
            super("role " + SqlText.name(role) + " may not read everything", String.join(", ", objects), grants, null);
        }
    }

    /** Policies would hide rows from the role. */
    public static final class RowSecurity extends CaptureException {
        private static final long serialVersionUID = 1L;

        RowSecurity(List<String> tables, String role) {
            super(
                    "row security hides rows from role " + SqlText.name(role),
                    String.join(", ", tables),
                    "Run as a superuser: ALTER ROLE " + SqlText.name(role)
                            + " BYPASSRLS; or capture as the tables' owner, where they do not FORCE ROW LEVEL SECURITY",
                    null);
        }
    }

    /** A standby has no rows of unlogged tables. */
    public static final class UnloggedOnStandby extends CaptureException {
        private static final long serialVersionUID = 1L;

        UnloggedOnStandby(List<String> relations) {
            super(
                    "the source is a standby, which does not have what unlogged tables and sequences hold",
                    String.join(", ", relations),
                    "Capture from the primary, or run there for each: ALTER TABLE … SET LOGGED",
                    null);
        }
    }

    /** Another session holds or awaits a lock that keeps readers out. */
    public static final class Locked extends CaptureException {
        private static final long serialVersionUID = 1L;

        Locked(List<Blocker> blockers, String tables) {
            super(
                    "another session keeps readers out of a table",
                    blockers.isEmpty()
                            ? tables
                            : blockers.stream().map(Blocker::toString).collect(Collectors.joining("; ")),
                    "Wait until its work is done, or end it with pg_terminate_backend, and run again",
                    null);
        }
    }

    /** The schema is not what the snapshot shows. */
    public static final class SchemaChanged extends CaptureException {
        private static final long serialVersionUID = 1L;

        SchemaChanged(String what) {
            super(
                    "the schema was changed, or a table truncated, while it was being captured",
                    what,
                    "Run again when no migration, TRUNCATE or other DDL is at work",
                    null);
        }
    }

    /** The server's table of locks is too small to lock every table. */
    public static final class LocksExhausted extends CaptureException {
        private static final long serialVersionUID = 1L;

        LocksExhausted(int tables, int setting, int enough) {
            super(
                    "the server has no room to lock all tables at once",
                    tables + " tables, max_locks_per_transaction = " + setting,
                    "Set max_locks_per_transaction = " + enough + " in postgresql.conf and restart the server",
                    null);
        }
    }

    /** The transaction whose snapshot all workers share has ended too early. */
    public static final class SnapshotLost extends CaptureException {
        private static final long serialVersionUID = 1L;

        SnapshotLost(String server, @Nullable Throwable cause) {
            super(
                    "the transaction that held the snapshot has ended",
                    server,
                    "Look into the server's log for who ended the session, and run again",
                    cause);
        }
    }

    /** Replay of the primary's changes took precedence over reading from a standby. */
    public static final class StandbyConflict extends CaptureException {
        private static final long serialVersionUID = 1L;

        StandbyConflict(String server, @Nullable Throwable cause) {
            super(
                    "the standby cancelled the capture in order to apply changes of the primary",
                    server,
                    "Set hot_standby_feedback = on and max_standby_streaming_delay = -1 on the standby, and run again",
                    cause);
        }
    }

    /** A row is longer than the memory allows to carry it. */
    public static final class RowTooLong extends CaptureException {
        private static final long serialVersionUID = 1L;

        RowTooLong(String table, String length, @Nullable Throwable cause) {
            super(
                    "a row is too long for the memory of this JVM",
                    table + ": " + length,
                    "Give the JVM four times the length of the longest row, at least 256 MiB (MAVEN_OPTS=-Xmx…)",
                    cause);
        }
    }

    /** The server refused to read something, for a reason that none of the others is. */
    public static final class ReadFailed extends CaptureException {
        private static final long serialVersionUID = 1L;

        ReadFailed(String subject, String said, String fix, @Nullable Throwable cause) {
            super("the server could not read", subject + ": " + said, fix, cause);
        }
    }

    /** What profile.yaml says about personal data does not fit the database. */
    public static final class MaskingRefused extends CaptureException {
        private static final long serialVersionUID = 1L;

        MaskingRefused(String problem, List<String> columns, String fix) {
            super(problem, String.join(", ", columns), fix, null);
        }
    }

    /** A media folder, or something in it, cannot be captured. */
    public static final class MediaUnreadable extends CaptureException {
        private static final long serialVersionUID = 1L;

        MediaUnreadable(String problem, String path, String fix, @Nullable Throwable cause) {
            super(problem, path, fix, cause);
        }
    }

    /** Somebody asked the capture to stop. */
    public static final class Stopped extends CaptureException {
        private static final long serialVersionUID = 1L;

        Stopped(String database) {
            super("the capture was stopped", database, "Run again; what was stored already is not read twice", null);
        }
    }
}
