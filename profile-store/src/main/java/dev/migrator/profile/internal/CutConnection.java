package dev.migrator.profile.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Ends a connection that somebody else may be waiting on. */
public final class CutConnection {

    private static final System.Logger LOG = System.getLogger(CutConnection.class.getName());

    private CutConnection() {}

    /**
     * Makes the server give up what it is at, and whoever waits for it fail. Both, since a server that builds an index does not notice that
     * nobody is there any more.
     */
    public static void cut(Connection connection) {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is as good as cut: whoever works on it will find out.
            LOG.log(System.Logger.Level.DEBUG, "a connection that is given up: {0}", e.getSQLState());
        }
    }
}
