package dev.migrator.migration;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ForwardingDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/** A database whose server ends the session in which the n-th commit is about to be made. */
final class BreakingAtCommit extends ForwardingDatabase {

    private final AtomicInteger nth;

    /** @param nth counted from 1 over all its connections */
    BreakingAtCommit(Database database, int nth) {
        super(database);
        this.nth = new AtomicInteger(nth);
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = wrapped().connect();
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
        try (Connection other = wrapped().connect();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + pid + ", 10000)");
        }
    }

    @Override
    protected Database wrapping(Database other) {
        return other;
    }
}
