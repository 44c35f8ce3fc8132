package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * ACCESS SHARE locks on tables, which keep DDL and TRUNCATE out and hinder nobody else.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">PostgreSQL: Explicit Locking</a>
 */
final class TableLocks {

    private static final int TABLES_A_STATEMENT = 500;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String OUT_OF_SHARED_MEMORY = "53200";
    private static final List<String> GONE = List.of("42P01", "3F000");

    private TableLocks() {}

    /**
     * Locks all of them until the transaction ends; waits for each no longer than {@code lock_timeout}.
     *
     * @throws CaptureException.Locked where another session keeps readers out
     * @throws CaptureException.SchemaChanged where one of them is not there any more
     * @throws CaptureException.LocksExhausted where there are too many for the server
     */
    static void take(Connection connection, Database source, List<Relation> tables) throws SQLException {
        for (int from = 0; from < tables.size(); from += TABLES_A_STATEMENT) {
            List<Relation> batch = tables.subList(from, Math.min(tables.size(), from + TABLES_A_STATEMENT));
            String names =
                    batch.stream().map(table -> "ONLY " + table.sqlName()).collect(Collectors.joining(", "));
            try (var statement = connection.createStatement()) {
                statement.execute("LOCK TABLE " + names + " IN ACCESS SHARE MODE");
            } catch (SQLException e) {
                throw inWords(e, source, batch, tables.size());
            }
        }
    }

    /** What kept us from locking; asks a connection of its own, since the one that failed is in a failed transaction. */
    static CaptureException inWords(SQLException refusal, Database source, List<Relation> wanted, int all)
            throws SQLException {
        String state = ServerRefusal.of(refusal).sqlState();
        if (GONE.contains(state)) {
            return new CaptureException.SchemaChanged(ServerRefusal.of(refusal).message());
        }
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            try (Connection connection = source.connect()) {
                List<Long> oids = wanted.stream().map(Relation::oid).toList();
                String names = wanted.size() == 1
                        ? wanted.get(0).toString()
                        : "one of " + wanted.get(0) + " to " + wanted.get(wanted.size() - 1);
                return new CaptureException.Locked(Blocker.ofTables(connection, oids), names);
            }
        }
        if (state.equals(OUT_OF_SHARED_MEMORY)) {
            try (Connection connection = source.connect()) {
                return exhausted(connection, all);
            }
        }
        throw refusal;
    }

    private static CaptureException exhausted(Connection connection, int tables) throws SQLException {
        String settings = """
                SELECT current_setting('max_locks_per_transaction')::int,
                       current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int
                """;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(settings)) {
            row.next();
            int setting = row.getInt(1);
            // The table of locks has this many places for each connection, and other sessions need some of them.
            int enough = Math.max(2 * setting, 2 * tables / row.getInt(2) + 1);
            return new CaptureException.LocksExhausted(tables, setting, enough);
        }
    }
}
