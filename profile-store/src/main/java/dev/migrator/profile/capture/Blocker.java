package dev.migrator.profile.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session that holds or awaits a lock which keeps readers out of a table.
 *
 * @param program the application's name as the session gave it, or what kind of server process it is
 * @param since when its current or last statement began, UTC; null where the role may not know
 */
record Blocker(
        String table, int pid, String program, @Nullable String since, boolean granted) {

    private static final String OF_TABLES = """
            SELECT n.nspname || '.' || c.relname,
                   l.pid,
                   coalesce(nullif(a.application_name, ''), a.backend_type, 'a prepared transaction'),
                   to_char(a.query_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'),
                   l.granted
            FROM pg_locks l
            JOIN pg_class c ON c.oid = l.relation
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'relation'
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND l.mode = 'AccessExclusiveLock'
              AND l.relation = ANY (?)
            ORDER BY l.granted DESC, a.query_start, l.pid
            """;

    /** Who keeps readers out of these tables now, holders first; {@code connection} must not be in a failed transaction. */
    static List<Blocker> ofTables(Connection connection, List<Long> tables) throws SQLException {
        try (var statement = connection.prepareStatement(OF_TABLES)) {
            statement.setArray(1, connection.createArrayOf("oid", tables.toArray()));
            List<Blocker> blockers = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    blockers.add(new Blocker(
                            rows.getString(1),
                            rows.getInt(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getBoolean(5)));
                }
            }
            return blockers;
        }
    }

    /** Reads like {@code app.orders is locked by pid 4711 (psql, since 2026-11-24 08:20:11 UTC)}. */
    @Override
    public String toString() {
        String who = "pid " + pid + " (" + program + (since == null ? "" : ", since " + since + " UTC") + ")";
        return granted ? table + " is locked by " + who : who + " waits to lock " + table;
    }
}
