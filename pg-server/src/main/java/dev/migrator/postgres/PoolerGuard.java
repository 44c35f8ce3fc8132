package dev.migrator.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Refuses a connection pooler that hands one server session to several clients: session settings, exported snapshots, locks and
 * temporary tables would end up with somebody else, silently.
 *
 * <p>Two connections that are open at the same time and report the same server session, or one that reports another session than a
 * moment before, can only be that ({@code pool_mode = transaction} or {@code statement} of pgbouncer and its like). A pooler in
 * session mode passes.
 */
public final class PoolerGuard {

    /** On a busy pooler a session may by chance go back to its last client; it does not so many times in a row. */
    private static final int ROUNDS = 5;

    /** A process id alone could recur, on two hosts of one URL. */
    private static final String SESSION = """
            SELECT pid || ' ' || backend_start
            FROM pg_catalog.pg_stat_activity
            WHERE pid = pg_catalog.pg_backend_pid()
            """;

    private PoolerGuard() {}

    /**
     * Passes where every connection has a server session of its own.
     *
     * @throws SharedSessionException where what is connected to is a pooler that shares sessions
     */
    public static void check(Database database) throws SQLException {
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            String first = session(one);
            for (int round = 0; round < ROUNDS; round++) {
                if (session(other).equals(first) || !session(one).equals(first)) {
                    throw new SharedSessionException(database.server());
                }
            }
        }
    }

    private static String session(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SESSION)) {
            row.next();
            return row.getString(1);
        }
    }
}
