package dev.migrator.catalog.kind;

import dev.migrator.postgres.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The connection that a catalog is read by, in the caller's transaction with {@code search_path = ''}, and the one place that knows
 * which majors have which columns. Used by one thread.
 */
public final class CatalogSession {

    /** Rows fetched at a time, so that a large catalog does not lie in memory twice. */
    private static final int FETCH = 1_000;

    private final Connection connection;
    private final ServerVersion version;
    private final Map<Class<?>, Object> shared = new HashMap<>();

    public CatalogSession(Connection connection, ServerVersion version) {
        this.connection = connection;
        this.version = version;
    }

    public ServerVersion version() {
        return version;
    }

    public boolean atLeast(int major) {
        return version.atLeast(major);
    }

    /** A piece of a query that is written one way from a major on and another way before it. */
    public String since(int major, String there, String before) {
        return version.atLeast(major) ? there : before;
    }

    /** Every row of a query as a value. */
    public <T> List<T> query(String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var results = statement.executeQuery(sql)) {
                List<T> values = new ArrayList<>();
                Row row = new Row(results);
                while (results.next()) {
                    values.add(reading.read(row));
                }
                return values;
            }
        }
    }

    /** What several kinds need of the catalog, read when the first of them asks. */
    <T> T once(Class<T> type, Source<T> source) throws SQLException {
        Object known = shared.get(type);
        if (known == null) {
            known = source.read(this);
            shared.put(type, known);
        }
        return type.cast(known);
    }

    /** Reads all of its sort. */
    @FunctionalInterface
    interface Source<T> {
        T read(CatalogSession session) throws SQLException;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Row row) throws SQLException;
    }
}
