package dev.migrator.migration;

import dev.migrator.migration.internal.script.ScriptFault;
import dev.migrator.migration.internal.script.ScriptRun;
import dev.migrator.migration.internal.script.StatementRules;
import dev.migrator.postgres.ServerRefusal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs one file after another over one connection: each with the row that records it is one transaction or, where it cannot be or is not
 * to be, each of its statements is one with the record of how far the file has come.
 */
final class MigrationRun {

    private final Connection connection;
    private final SessionDefaults defaults;
    private final AttemptLog log;
    private final ScriptRun script;
    private final MigrationListener listener;
    private final Supplier<String> blockers;

    /** @param blockers says who was last seen in the way of the connection; empty where nobody was */
    MigrationRun(
            Connection connection,
            SessionDefaults defaults,
            AttemptLog log,
            MigrationListener listener,
            Supplier<String> blockers)
            throws SQLException {
        this.connection = connection;
        this.defaults = defaults;
        this.log = log;
        this.script = new ScriptRun(connection, StatementRules.OUR_TRANSACTIONS);
        this.listener = listener;
        this.blockers = blockers;
    }

    /** The setting of a session as files find it. */
    boolean standardConformingStrings() throws SQLException {
        return defaults.standardConformingStrings(connection);
    }

    /**
     * Runs a file in a session that is as good as new.
     *
     * @return how long its statements took
     * @throws MigrationFailedException when it was rolled back or stopped before a statement; the attempt is recorded
     */
    Duration run(Change change) throws SQLException {
        defaults.restore(connection);
        return change.isOneTransaction() ? inOneTransaction(change) : eachOnItsOwn(change);
    }

    private Duration inOneTransaction(Change change) throws SQLException {
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        boolean committing = false;
        try {
            if (change.isIdempotent()) {
                script.runTolerantly(change.script(), what -> tolerated(change, what));
            } else {
                script.run(change.script());
            }
            finish();
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            log.succeeded(change, duration.toMillis());
            committing = true;
            connection.commit();
            connection.setAutoCommit(true);
            return duration;
        } catch (ScriptFault fault) {
            throw rolledBack(change, start, MigrationFailedException.at(change, fault, blockers.get()));
        } catch (SQLException e) {
            if (committing && connection.isClosed()) {
                throw MigrationFailedException.unknown(change, e);
            }
            throw rolledBack(change, start, MigrationFailedException.atEnd(change, e));
        } catch (IOException e) {
            throw rolledBack(change, start, MigrationFailedException.unreadable(change, e));
        }
    }

    private Duration eachOnItsOwn(Change change) throws SQLException {
        if (change.from().isUnderWay()) {
            listener.on(
                    new MigrationEvent.Resumed(change.filename(), change.from().statements()));
        }
        long attempt = log.begun(change);
        long start = System.nanoTime();
        try {
            SeparateProgress progress = new SeparateProgress(connection, log, attempt, change.from());
            if (change.isIdempotent()) {
                script.runEachOnItsOwnTolerantly(change.script(), progress, what -> tolerated(change, what));
            } else {
                script.runEachOnItsOwn(change.script(), progress);
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            defaults.restore(connection);
            connection.setAutoCommit(false);
            log.completed(attempt, change, duration.toMillis());
            connection.commit();
            connection.setAutoCommit(true);
            return duration;
        } catch (ScriptFault fault) {
            throw stopped(attempt, start, MigrationFailedException.at(change, fault, blockers.get()));
        } catch (SQLException e) {
            throw stopped(attempt, start, MigrationFailedException.atEnd(change, e));
        } catch (IOException e) {
            throw stopped(attempt, start, MigrationFailedException.unreadable(change, e));
        }
    }

    /** What is deferred runs as the role that the file has chosen; the record is written as ours. */
    private void finish() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE; RESET SESSION AUTHORIZATION; RESET ROLE");
        }
    }

    private MigrationFailedException rolledBack(Change change, long start, MigrationFailedException failure) {
        return recorded(failure, () -> log.failed(change, millisecondsSince(start), failure));
    }

    private MigrationFailedException stopped(long attempt, long start, MigrationFailedException failure) {
        return recorded(failure, () -> log.failed(attempt, millisecondsSince(start), failure));
    }

    private MigrationFailedException recorded(MigrationFailedException failure, Recording recording) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            defaults.restore(connection);
            recording.write();
        } catch (SQLException unrecorded) {
            // The connection is gone: the failure itself says why, and the database holds what its record says.
            failure.addSuppressed(ServerRefusal.of(unrecorded).withoutValues());
        }
        return failure;
    }

    private void tolerated(Change change, String what) {
        listener.on(new MigrationEvent.Tolerated(change.filename(), what));
    }

    private static long millisecondsSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private interface Recording {
        void write() throws SQLException;
    }
}
