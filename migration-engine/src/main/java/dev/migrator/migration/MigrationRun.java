package dev.migrator.migration;

import dev.migrator.migration.internal.script.ScriptFault;
import dev.migrator.migration.internal.script.ScriptRun;
import dev.migrator.migration.internal.script.StatementRules;
import dev.migrator.postgres.ServerRefusal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Applies one migration after another over one connection: each file and the row that records it are one transaction. */
final class MigrationRun {

    private final Connection connection;
    private final SessionDefaults defaults;
    private final TrackingTable table;
    private final ScriptRun script;

    MigrationRun(Connection connection, SessionDefaults defaults, TrackingTable table) throws SQLException {
        this.connection = connection;
        this.defaults = defaults;
        this.table = table;
        this.script = new ScriptRun(connection, StatementRules.ONE_TRANSACTION);
    }

    /**
     * Reads files as they are going to be read, without running them.
     *
     * @throws MigrationsRefusedException where one holds what it may not
     */
    void check(List<Migration> pending) throws SQLException {
        defaults.restore(connection);
        PendingCheck.of(pending, script.standardConformingStrings());
    }

    /**
     * Applies a file in a session that is as good as new.
     *
     * @return how long its statements took
     * @throws MigrationFailedException when it was rolled back; the attempt is recorded
     */
    Duration apply(Migration migration) throws SQLException {
        defaults.restore(connection);
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        boolean committing = false;
        try {
            script.run(migration.path());
            finish();
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            table.succeeded(connection, migration, duration.toMillis());
            committing = true;
            connection.commit();
            connection.setAutoCommit(true);
            return duration;
        } catch (ScriptFault fault) {
            throw rolledBack(migration, start, MigrationFailedException.at(migration, fault.line(), fault));
        } catch (SQLException e) {
            if (committing && connection.isClosed()) {
                throw MigrationFailedException.unknown(migration, e);
            }
            throw rolledBack(migration, start, MigrationFailedException.atEnd(migration, e));
        } catch (IOException e) {
            throw rolledBack(migration, start, MigrationFailedException.unreadable(migration, e));
        }
    }

    /** What is deferred runs as the role that the file has chosen; the record is written as ours. */
    private void finish() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE; RESET SESSION AUTHORIZATION; RESET ROLE");
        }
    }

    private MigrationFailedException rolledBack(Migration migration, long start, MigrationFailedException failure) {
        long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            defaults.restore(connection);
            table.failed(connection, migration, milliseconds, reason(failure));
        } catch (SQLException unrecorded) {
            // The connection is gone: the failure itself says why, and the database holds nothing of the file.
            failure.addSuppressed(ServerRefusal.of(unrecorded).withoutValues());
        }
        return failure;
    }

    private static String reason(MigrationFailedException failure) {
        return failure.subject() + ": " + failure.problem();
    }
}
