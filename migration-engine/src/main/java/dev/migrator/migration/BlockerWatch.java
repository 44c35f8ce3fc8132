package dev.migrator.migration;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches who stands in the way of a session, over a connection of its own: when a wait has ended for its limit the server does not tell
 * any more. Its thread ends when it is closed; {@link #last} may be asked by any thread.
 */
final class BlockerWatch implements AutoCloseable {

    private static final String BLOCKERS = """
            SELECT pg_catalog.concat(coalesce(nullif(a.application_name, ''), 'a session'), ' (pid ', a.pid,
                       ', query since ' || pg_catalog.to_char(a.query_start AT TIME ZONE 'UTC', 'HH24:MI:SS') || ' UTC', ')')
            FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(?)) AS blocker (pid)
            JOIN pg_catalog.pg_stat_activity a ON a.pid = blocker.pid
            ORDER BY a.pid
            """;

    private static final long SHORTEST_PAUSE_MS = 10;
    private static final long LONGEST_PAUSE_MS = 500;

    private final Thread thread;
    private volatile String last = "";

    /**
     * Begins to watch.
     *
     * @param pid of the session's server process
     * @param wait the longest that the session waits for a lock
     */
    BlockerWatch(Database database, int pid, Duration wait) {
        long pause = Math.max(SHORTEST_PAUSE_MS, Math.min(wait.toMillis() / 4, LONGEST_PAUSE_MS));
        thread = new Thread(() -> watch(database, pid, pause), "migrator-blocker-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Who was last seen in the way: {@code psql (pid 4711, query since 10:15:30 UTC)}; empty where nobody was. */
    String last() {
        return last;
    }

    private void watch(Database database, int pid, long pause) {
        try (Connection connection = database.connect();
                var query = connection.prepareStatement(BLOCKERS)) {
            while (!Thread.interrupted()) {
                query.setInt(1, pid);
                List<String> names = new ArrayList<>();
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        names.add(row.getString(1));
                    }
                }
                if (!names.isEmpty()) {
                    last = String.join(", ", names);
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // Who it was is worth knowing, and no reason to fail: without a second connection it stays unknown.
            last = "";
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
