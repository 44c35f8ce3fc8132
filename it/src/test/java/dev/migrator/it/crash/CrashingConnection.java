package dev.migrator.it.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;

/**
 * A connection whose statements, commits and COPY commands pass the crash point: proxies around the driver's own objects, so that all of
 * the driver's behaviour stays.
 */
final class CrashingConnection implements InvocationHandler {

    private static final Set<String> RUNNING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private final Object target;
    private final CrashPoint point;
    private final String sql;

    private CrashingConnection(Object target, CrashPoint point, String sql) {
        this.target = target;
        this.point = point;
        this.sql = sql;
    }

    static Connection wrap(Connection connection, CrashPoint point) {
        return proxy(Connection.class, connection, point, "");
    }

    private static <T> T proxy(Class<T> type, Object target, CrashPoint point, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new CrashingConnection(target, point, sql)));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        Object first = arguments == null || arguments.length == 0 ? null : arguments[0];
        if (name.equals("unwrap") && first == PGConnection.class) {
            return proxy(PGConnection.class, target, point, "");
        }
        if (name.equals("getCopyAPI")) {
            return new CrashingCopy((BaseConnection) target, point);
        }
        if (name.equals("commit") || name.equals("rollback")) {
            point.before("sql", name);
        }
        if (RUNNING.contains(name)) {
            point.before("sql", first instanceof String text ? text : sql);
        }
        return wrapped(call(method, arguments), first instanceof String text ? text : "");
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object wrapped(@Nullable Object result, String text) {
        if (result instanceof PreparedStatement && target instanceof Connection) {
            return proxy(PreparedStatement.class, result, point, text);
        }
        if (result instanceof Statement && target instanceof Connection) {
            return proxy(Statement.class, result, point, text);
        }
        return result;
    }

    /** The driver's COPY commands, each an effect; its other methods begin with one of these two. */
    private static final class CrashingCopy extends CopyManager {

        private final CrashPoint point;

        CrashingCopy(BaseConnection connection, CrashPoint point) throws SQLException {
            super(connection);
            this.point = point;
        }

        @Override
        public CopyIn copyIn(String sql) throws SQLException {
            point.before("sql", sql);
            return super.copyIn(sql);
        }

        @Override
        public CopyOut copyOut(String sql) throws SQLException {
            point.before("sql", sql);
            return super.copyOut(sql);
        }
    }
}
