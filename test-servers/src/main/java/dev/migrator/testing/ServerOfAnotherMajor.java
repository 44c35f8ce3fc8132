package dev.migrator.testing;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ForwardingDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database whose server gives itself out for a major that it is not, in the one query by which it is asked for it. */
public final class ServerOfAnotherMajor extends ForwardingDatabase {

    private static final String QUESTION = "current_setting('server_version_num')::int";

    private final int major;

    public ServerOfAnotherMajor(Database database, int major) {
        super(database);
        this.major = major;
    }

    @Override
    public Connection connect() throws SQLException {
        return wrap(Connection.class, wrapped().connect());
    }

    @Override
    protected Database wrapping(Database other) {
        return new ServerOfAnotherMajor(other, major);
    }

    private <T> T wrap(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                ServerOfAnotherMajor.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] said = arguments;
                    if (type == Statement.class && arguments != null && arguments[0] instanceof String sql) {
                        said = arguments.clone();
                        said[0] = sql.replace(QUESTION, String.valueOf(major * 10_000 + 1));
                    }
                    try {
                        Object result = method.invoke(real, said);
                        return method.getName().equals("createStatement") ? wrap(Statement.class, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
