package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerRefusal;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Gives a new database the target's name, and the target's former database a reserved one, in one transaction.
 *
 * <p>ALTER DATABASE … RENAME locks the database against new sessions and then waits up to five seconds for those that are there to
 * end. So whoever must be ended is ended from a second connection within that time, and nobody can come back in between.
 */
final class Swap {

    private static final String OBJECT_IN_USE = "55006";
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final int ATTEMPTS = 3;

    private final TargetLock lock;
    private final TargetGuard guard;
    private final Database target;
    private final boolean terminateSessions;

    Swap(TargetLock lock, TargetGuard guard, ReplacementRequest request) {
        this.lock = lock;
        this.guard = guard;
        this.target = request.target();
        this.terminateSessions = request.terminateSessions();
    }

    /**
     * @param old the target's former database; empty where there was none
     * @throws TargetException where the target has changed or is in use; all is as it was then
     */
    void perform(Optional<ExistingDatabase> old) throws SQLException {
        ReservedNames names = new ReservedNames(target.name());
        Connection server = lock.connection();
        guard.checkAgain(server, old);
        server.setAutoCommit(false);
        try {
            if (old.isPresent()) {
                moveAway(server, old.get(), names.old());
            }
            moveIn(server, names.fresh());
            server.commit();
        } catch (SQLException | RuntimeException e) {
            rollBack(server, e);
            throw e;
        }
        server.setAutoCommit(true);
    }

    private void moveAway(Connection server, ExistingDatabase old, String name) throws SQLException {
        if (!terminateSessions) {
            try {
                rename(server, target.name(), name);
            } catch (SQLException e) {
                if (OBJECT_IN_USE.equals(e.getSQLState())) {
                    server.rollback();
                    throw new TargetException.InUse(target.name(), Sessions.of(server, target.name()));
                }
                throw e;
            }
        } else {
            try (SessionTerminator terminator = SessionTerminator.start(target)) {
                moveAwayFromEnded(server, name, terminator);
            }
        }
        if (ExistingDatabase.find(server, name)
                .filter(now -> now.oid() == old.oid())
                .isEmpty()) {
            throw new TargetException.Changed(target.name(), "was replaced");
        }
    }

    private void moveAwayFromEnded(Connection server, String name, SessionTerminator terminator) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                rename(server, target.name(), name);
                return;
            } catch (SQLException e) {
                if (!OBJECT_IN_USE.equals(e.getSQLState())) {
                    throw e;
                }
                server.rollback();
                if (terminator.refusal().isPresent() || attempt == ATTEMPTS) {
                    String reason = terminator.refusal().orElse("they did not end in time");
                    throw new TargetException.StillInUse(target.name(), reason);
                }
            }
        }
    }

    private void moveIn(Connection server, String fresh) throws SQLException {
        try {
            rename(server, fresh, target.name());
        } catch (SQLException e) {
            if (DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new TargetException.Changed(target.name(), "was created");
            }
            throw e;
        }
    }

    private static void rename(Connection server, String from, String to) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute("ALTER DATABASE " + SqlText.name(from) + " RENAME TO " + SqlText.name(to));
        }
    }

    /** Where the connection is gone, the server has rolled back, or it has committed; the marker will tell. */
    private static void rollBack(Connection server, Exception failure) {
        try {
            server.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(ServerRefusal.of(e).withoutValues());
        }
    }
}
