package dev.migrator.profile.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is connected to a database, seen from another database of the server. */
final class Sessions {

    /** Autovacuum goes away by itself when a database is renamed or dropped; parallel workers go with their leader. */
    private static final String OTHERS = """
            SELECT pid, usename::text, application_name, NULL
            FROM pg_catalog.pg_stat_activity
            WHERE datname = ?
              AND pid <> pg_catalog.pg_backend_pid()
              AND coalesce(backend_type, '') NOT IN ('autovacuum worker', 'parallel worker')
            UNION ALL
            SELECT 0, owner::text, '', gid
            FROM pg_catalog.pg_prepared_xacts
            WHERE database = ?
            ORDER BY 1
            """;

    private static final String TERMINATE = """
            SELECT pg_catalog.pg_terminate_backend(pid)
            FROM pg_catalog.pg_stat_activity
            WHERE datname = ?
              AND pid <> pg_catalog.pg_backend_pid()
            """;

    /**
     * A session, or what is left of one.
     *
     * @param pid of the server's process; 0 for a prepared transaction
     * @param application what the session calls itself
     * @param transaction the name of a transaction that was prepared for commit; null for a session
     */
    record Session(
            int pid,
            @Nullable String user,
            String application,
            @Nullable String transaction) {

        boolean prepared() {
            return transaction != null;
        }

        @Override
        public String toString() {
            String who = user == null ? "" : ", user " + user;
            return prepared()
                    ? "prepared transaction '" + transaction + "'" + who
                    : "pid " + pid + who + (application.isEmpty() ? "" : ", application '" + application + "'");
        }
    }

    private Sessions() {}

    /** @param server a connection to another database than {@code database} */
    static List<Session> of(Connection server, String database) throws SQLException {
        try (var query = server.prepareStatement(OTHERS)) {
            query.setString(1, database);
            query.setString(2, database);
            List<Session> sessions = new ArrayList<>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    String application = row.getString(3);
                    sessions.add(new Session(
                            row.getInt(1), row.getString(2), application == null ? "" : application, row.getString(4)));
                }
            }
            return sessions;
        }
    }

    /** Asks every session of the database to end; it does so a moment later. */
    static void terminate(Connection server, String database) throws SQLException {
        try (var query = server.prepareStatement(TERMINATE)) {
            query.setString(1, database);
            query.execute();
        }
    }
}
