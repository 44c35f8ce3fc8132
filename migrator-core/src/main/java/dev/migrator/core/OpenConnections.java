package dev.migrator.core;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ForwardingDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;

/**
 * The connections of a piece of work, so that another thread can stop it while it waits for a server: a driver that reads does not hear
 * an interrupt, and a server that is busy does not notice that its client is gone. Safe for use by several threads.
 */
public final class OpenConnections {

    private static final System.Logger LOG = System.getLogger(OpenConnections.class.getName());

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /** The same effects, with every connection noticed here. */
    public Effects watching(Effects effects) {
        return new Effects(
                database -> new Watched(effects.databases().apply(database)), effects.stores(), effects.disk());
    }

    /** Those that are open at this moment; what is opened later, in order to clear away, is not among them. */
    public Open now() {
        forgetClosed();
        return new Open(Set.copyOf(open));
    }

    /** Some connections. */
    public record Open(Set<Connection> connections) {

        /** Has the server give up what it does for them now; what they do next it does. */
        public void cancelStatements() {
            for (Connection connection : connections) {
                try {
                    if (!connection.isClosed()) {
                        connection.unwrap(PGConnection.class).cancelQuery();
                    }
                } catch (SQLException e) {
                    LOG.log(System.Logger.Level.DEBUG, "a statement that is given up: {0}", e.getSQLState());
                }
            }
        }
    }

    private void forgetClosed() {
        open.removeIf(connection -> {
            try {
                return connection.isClosed();
            } catch (SQLException e) {
                return true;
            }
        });
    }

    private final class Watched extends ForwardingDatabase {

        Watched(Database database) {
            super(database);
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = wrapped().connect();
            forgetClosed();
            open.add(connection);
            return connection;
        }

        @Override
        protected Database wrapping(Database other) {
            return new Watched(other);
        }
    }
}
