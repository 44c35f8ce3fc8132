package dev.migrator.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection that keeps the text of every query that is sent through its statements. Used by one thread. */
final class RecordedQueries {

    private final List<String> texts = new ArrayList<>();

    /** The connection, recording. */
    Connection of(Connection connection) {
        return wrap(Connection.class, connection);
    }

    /** What was sent so far, in order. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    private <T> T wrap(Class<T> type, Object wrapped) {
        return type.cast(Proxy.newProxyInstance(
                RecordedQueries.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (type == Statement.class && method.getName().startsWith("execute")) {
                        texts.add((String) arguments[0]);
                    }
                    try {
                        Object result = method.invoke(wrapped, arguments);
                        return method.getName().equals("createStatement") ? wrap(Statement.class, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
