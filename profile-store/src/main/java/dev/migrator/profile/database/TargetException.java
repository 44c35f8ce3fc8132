package dev.migrator.profile.database;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.ServerRefusal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a target is not replaced. Where one of these is thrown, the target is as it was. */
public abstract sealed class TargetException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private static final String TERMINATE = "-Dmigrator.terminateSessions=true";

    private TargetException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }

    /** What the server said, as a failure of the server where it is one. */
    static MigratorException inWords(SQLException e, Database target) {
        Optional<ServerFailureException> failure = ServerFailureException.in(e, target.server());
        return failure.isPresent()
                ? failure.get()
                : new Refused(target.name() + " at " + target.server(), ServerRefusal.of(e));
    }

    /** The name is one that no restore may write to. */
    public static final class Unusable extends TargetException {
        private static final long serialVersionUID = 1L;

        Unusable(String why, String target) {
            super(why, target, "Choose another name for the target: the database in migrator.target.url", null);
        }
    }

    /** The database holds something, and migrator did not put it there. */
    public static final class Foreign extends TargetException {
        private static final long serialVersionUID = 1L;

        Foreign(String target, String server) {
            super(
                    "the target was not made by migrator and is not empty",
                    target + " at " + server,
                    "Restore into another database, or name it for this run if it may be destroyed: -Dmigrator.overwrite="
                            + target,
                    null);
        }
    }

    /** The database is the one that the profile is captured from. */
    public static final class IsSource extends TargetException {
        private static final long serialVersionUID = 1L;

        IsSource(String target, String server) {
            super(
                    "the target is the profile's source",
                    target + " at " + server,
                    "Give another database in migrator.target.url; a source is never overwritten",
                    null);
        }
    }

    /** Others are connected to the database. */
    public static final class InUse extends TargetException {
        private static final long serialVersionUID = 1L;

        InUse(String target, List<Sessions.Session> sessions) {
            super(
                    "the target is in use",
                    target + ": " + shown(sessions),
                    sessions.stream().anyMatch(Sessions.Session::prepared)
                            ? "Finish the prepared transactions: COMMIT PREPARED or ROLLBACK PREPARED"
                            : "Close these sessions, or let them be ended: " + TERMINATE,
                    null);
        }

        private static String shown(List<Sessions.Session> sessions) {
            String first =
                    sessions.stream().limit(5).map(Sessions.Session::toString).collect(Collectors.joining(", "));
            return sessions.size() > 5 ? first + " and " + (sessions.size() - 5) + " more" : first;
        }
    }

    /** Sessions could not be ended, or came back faster than they were ended. */
    public static final class StillInUse extends TargetException {
        private static final long serialVersionUID = 1L;

        StillInUse(String target, String reason) {
            super(
                    "sessions of the target could not be ended",
                    target + " (" + reason + ")",
                    "Stop the program that connects to it, or end its sessions as a superuser, then run again",
                    null);
        }
    }

    /** Another restore of the same target is going on. */
    public static final class Locked extends TargetException {
        private static final long serialVersionUID = 1L;

        Locked(String target, int pid, String holder) {
            super(
                    "another restore of this target is going on",
                    target + ", pid " + pid + holder,
                    "Wait until it is done; if its program is gone, end the session: SELECT pg_terminate_backend(" + pid
                            + ")",
                    null);
        }

        /** Its holder was gone before it could be named. */
        Locked(String target) {
            super("another restore of this target has just ended", target, "Run again", null);
        }
    }

    /** The role lacks a right. */
    public static final class Forbidden extends TargetException {
        private static final long serialVersionUID = 1L;

        Forbidden(String problem, String subject, String fix, @Nullable Throwable cause) {
            super(problem, subject, fix, cause);
        }
    }

    /** The database of this name is another one than it was when the restore began. */
    public static final class Changed extends TargetException {
        private static final long serialVersionUID = 1L;

        Changed(String target, String how) {
            super("the target " + how + " while its restore went on", target, "Run the restore again", null);
        }
    }

    /** Somebody asked the restore to stop before it had put the new database in place. */
    public static final class Stopped extends TargetException {
        private static final long serialVersionUID = 1L;

        Stopped(String target) {
            super("the restore was stopped, the target is as it was", target, "Run the restore again", null);
        }
    }

    /** What an earlier run left cannot be cleared away. */
    public static final class Leftover extends TargetException {
        private static final long serialVersionUID = 1L;

        Leftover(String database, String reason) {
            super(
                    "a database that an earlier restore left cannot be dropped",
                    database + " (" + reason + ")",
                    "Drop it as its owner or as a superuser, then run again",
                    null);
        }
    }

    /** The server says no for another reason. */
    public static final class Refused extends TargetException {
        private static final long serialVersionUID = 1L;

        Refused(String target, ServerRefusal refusal) {
            super(
                    "the target cannot be replaced",
                    target,
                    "The server says: " + refusal.message(),
                    refusal.withoutValues());
        }
    }
}
