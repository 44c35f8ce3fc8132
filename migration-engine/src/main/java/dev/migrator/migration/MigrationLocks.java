package dev.migrator.migration;

import dev.migrator.postgres.SqlText;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code migration_locks}: who is changing the database, for people to read. The advisory lock decides, see {@link
 * MigrationLock}; so a row that is found while that is held is of somebody who is dead.
 */
final class MigrationLocks {

    private final Connection connection;
    private final String table;

    MigrationLocks(Connection connection, String schema) {
        this.connection = connection;
        this.table = SqlText.name(schema, TrackingTable.LOCKS);
    }

    /**
     * Adds our row; the caller has the advisory lock and is in auto-commit mode.
     *
     * @return who left a row behind; empty where all have ended in order
     */
    List<String> enter(String doing) throws SQLException {
        List<String> dead = clear();
        try (var insert = connection.prepareStatement("INSERT INTO " + table
                + " (locked_at, locked_by, process_id, backend_pid, doing)"
                + " VALUES (pg_catalog.clock_timestamp(), ?, ?, pg_catalog.pg_backend_pid(), ?)")) {
            insert.setString(1, System.getProperty("user.name", "?") + "@" + host());
            insert.setLong(2, ProcessHandle.current().pid());
            insert.setString(3, doing);
            insert.executeUpdate();
        }
        return dead;
    }

    /** Takes our row away. */
    void leave() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM " + table + " WHERE backend_pid = pg_catalog.pg_backend_pid()");
        }
    }

    /** Takes every row away; the caller has the advisory lock. */
    List<String> clear() throws SQLException {
        List<String> dead = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("DELETE FROM " + table
                        + " RETURNING pg_catalog.format('%s, process %s, %s since %s', locked_by, process_id, doing,"
                        + " pg_catalog.to_char(locked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'))")) {
            while (row.next()) {
                dead.add(row.getString(1));
            }
        }
        return dead;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
