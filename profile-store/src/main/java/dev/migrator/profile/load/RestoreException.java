package dev.migrator.profile.load;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.ServerRefusal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a snapshot could not be restored. No message holds a value of a row. */
public abstract sealed class RestoreException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private static final String CREATE_ROLES = "-Dmigrator.createRoles=true";
    private static final String NO_OWNERSHIP = "-Dmigrator.ownership=false";

    private static final String NO_LABELS = "-Dmigrator.leaveOut=labels";

    private RestoreException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }

    /** What the server said about a piece of work, as a failure of the server where it is one. */
    static MigratorException inWords(SQLException e, String subject, Database database) {
        Optional<ServerFailureException> failure = ServerFailureException.in(e, database.server());
        return failure.isPresent() ? failure.get() : new Refused(subject, ServerRefusal.of(e));
    }

    /** The server refuses to make a part of the database. */
    public static final class Refused extends RestoreException {
        private static final long serialVersionUID = 1L;

        Refused(String subject, ServerRefusal refusal) {
            super(
                    "the server refuses a part of the snapshot",
                    subject + ": " + refusal.message() + " (SQLSTATE " + refusal.sqlState() + ")",
                    refusal.sqlState().equals("42501")
                            ? "Restore as a superuser, or leave owners and privileges out: " + NO_OWNERSHIP
                            : "Compare the two servers: major, extensions, settings; the target's log has the details",
                    refusal.withoutValues());
        }
    }

    /** The server refuses rows of a table. */
    public static final class RowsRefused extends RestoreException {
        private static final long serialVersionUID = 1L;

        /** @param place which chunk and column, as far as the server tells */
        RowsRefused(String table, String place, ServerRefusal refusal) {
            super(
                    "the server refuses rows of a table",
                    table + (place.isEmpty() ? "" : ", " + place) + ": " + refusal.message() + " (SQLSTATE "
                            + refusal.sqlState() + ")",
                    "See the target server's log for the row, and mend it in the source",
                    refusal.withoutValues());
        }
    }

    /** A chunk of the store cannot be had. */
    public static final class ChunkUnreadable extends RestoreException {
        private static final long serialVersionUID = 1L;

        ChunkUnreadable(String of, MigratorException cause) {
            super(cause.problem(), of + ": " + cause.subject(), cause.fix(), cause);
        }
    }

    /** The snapshot names roles that the server does not have. */
    public static final class RolesMissing extends RestoreException {
        private static final long serialVersionUID = 1L;

        RolesMissing(Collection<String> roles, String server, boolean ownership) {
            super(
                    "the server lacks roles of the snapshot",
                    String.join(", ", roles) + " at " + server,
                    "Create them, or let them be created without login: " + CREATE_ROLES
                            + (ownership ? "; or leave owners and privileges out: " + NO_OWNERSHIP : ""),
                    null);
        }
    }

    /** Whoever restores may not give objects to their owners. */
    public static final class OwnersForbidden extends RestoreException {
        private static final long serialVersionUID = 1L;

        OwnersForbidden(Collection<String> roles, String user) {
            super(
                    "the user may not give objects to their owners",
                    "user " + user + ", owners " + String.join(", ", roles),
                    "Restore as a superuser, grant these roles to the user, or leave owners and privileges out:" + " "
                            + NO_OWNERSHIP,
                    null);
        }
    }

    /** Whoever restores may not create roles. */
    public static final class RolesForbidden extends RestoreException {
        private static final long serialVersionUID = 1L;

        RolesForbidden(Collection<String> roles, String user) {
            super(
                    "the user may not create roles",
                    "user " + user + ", roles " + String.join(", ", roles),
                    "Create them as a superuser, or leave owners and privileges out: " + NO_OWNERSHIP,
                    null);
        }
    }

    /** Whoever restores may not make subscriptions. */
    public static final class SubscriptionsForbidden extends RestoreException {
        private static final long serialVersionUID = 1L;

        SubscriptionsForbidden(String subscriptions, String user) {
            super(
                    "only a superuser can make subscriptions without their passwords, which no snapshot holds",
                    "user " + user + ", subscriptions " + subscriptions,
                    "Restore as a superuser, or leave subscriptions out: -Dmigrator.subscriptions=false",
                    null);
        }
    }

    /** The server has not the files of an extension. */
    public static final class ExtensionsMissing extends RestoreException {
        private static final long serialVersionUID = 1L;

        ExtensionsMissing(Collection<String> extensions, String server, int major) {
            super(
                    "the server lacks extensions of the snapshot",
                    String.join(", ", extensions) + " at " + server + " (PostgreSQL " + major + ")",
                    "Install their packages on the server, or restore into a server that has them",
                    null);
        }
    }

    /** The server has not loaded a provider of security labels. */
    public static final class ProvidersMissing extends RestoreException {
        private static final long serialVersionUID = 1L;

        ProvidersMissing(Collection<String> providers, String server) {
            super(
                    "the server has not loaded providers of the snapshot's security labels",
                    String.join(", ", providers) + " at " + server,
                    "Let it preload their libraries (shared_preload_libraries), or leave labels out: " + NO_LABELS,
                    null);
        }
    }

    /** Somebody asked the restore to stop. */
    public static final class Stopped extends RestoreException {
        private static final long serialVersionUID = 1L;

        Stopped(String database) {
            super("the restore was stopped", database, "Run it again", null);
        }
    }
}
