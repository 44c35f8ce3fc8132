package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.PoolerGuard;
import dev.migrator.profile.internal.Sha256;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * That one run at a time replaces a target: an advisory lock on its name, held on a connection to the maintenance database. The swap runs
 * on that same connection, so that a run which has lost the lock cannot swap. The server frees the lock when the process that
 * holds it dies. Not safe for use by several threads.
 */
final class TargetLock implements AutoCloseable {

    private static final String HOLDER = """
            SELECT a.pid, a.application_name, a.usename::text, a.backend_start
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory'
              AND l.granted
              AND l.objsubid = 1
              AND (l.classid::bigint << 32) | l.objid::bigint = ?
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
            """;

    private final Connection connection;

    private TargetLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock or fails at once.
     *
     * @throws TargetException.Locked where another run has it, naming that run
     * @throws dev.migrator.postgres.SharedSessionException where a pooler stands in between, which would give the lock to others
     */
    static TargetLock take(Database target) throws SQLException {
        Connection connection = MaintenanceSession.open(target);
        try {
            PoolerGuard.check(target.named(connection.getCatalog()));
            nameSession(connection, "migrator restore of " + target.name());
            if (!tryLock(connection, key(target.name()))) {
                throw locked(connection, target.name());
            }
            return new TargetLock(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The connection that holds the lock; in auto-commit mode unless the borrower says otherwise. */
    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void nameSession(Connection connection, String name) throws SQLException {
        try (var set = connection.prepareStatement("SELECT pg_catalog.set_config('application_name', ?, false)")) {
            set.setString(1, name);
            set.execute();
        }
    }

    private static boolean tryLock(Connection connection, long key) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_catalog.pg_try_advisory_lock(?)")) {
            lock.setLong(1, key);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static TargetException.Locked locked(Connection connection, String target) throws SQLException {
        try (var query = connection.prepareStatement(HOLDER)) {
            query.setLong(1, key(target));
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return new TargetException.Locked(target);
                }
                String user = row.getString(3) == null ? "" : ", user " + row.getString(3);
                String since = row.getString(4) == null ? "" : ", since " + row.getString(4);
                return new TargetException.Locked(
                        target, row.getInt(1), user + ", application '" + row.getString(2) + "'" + since);
            }
        }
    }

    private static long key(String target) {
        return Long.parseUnsignedLong(
                Sha256.hex("migrator restore of " + target).substring(0, 16), 16);
    }
}
