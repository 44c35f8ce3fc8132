package dev.migrator.migration;

import dev.migrator.postgres.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/**
 * A database whose server ends the session in which the n-th commit is about to be made.
 *
 * @param nth counted from 1 over all its connections
 */
record BreakingAtCommit(Database database, AtomicInteger nth) implements Database {

    BreakingAtCommit(Database database, int nth) {
        this(database, new AtomicInteger(nth));
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = database.connect();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("commit") && nth.decrementAndGet() == 0) {
                        end(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void end(Connection victim) throws SQLException {
        int pid = victim.unwrap(PGConnection.class).getBackendPID();
        try (Connection other = database.connect();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + pid + ", 10000)");
        }
    }

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public String server() {
        return database.server();
    }

    @Override
    public Database named(String otherName) {
        return database.named(otherName);
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public String user() {
        return database.user();
    }
}
