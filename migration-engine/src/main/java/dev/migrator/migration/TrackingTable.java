package dev.migrator.migration;

import dev.migrator.postgres.ServerRefusal;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code schema_migrations} of one schema: brought to its newest form, or read in the form that it has. */
final class TrackingTable {

    static final String NAME = "schema_migrations";

    /** Says that {@link #NAME} beside it is ours, which other programs call theirs just so. */
    static final String STEPS = "schema_migrations_steps";

    /** Says who is migrating. */
    static final String LOCKS = "migration_locks";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final String schema;
    private final List<String> steps;

    TrackingTable(String schema) {
        this.schema = schema;
        this.steps = TrackingSteps.in(schema);
    }

    /** Whether migrator tracks in that schema; asked so that no answer is an error. */
    static boolean isIn(Connection connection, String schema) throws SQLException {
        return exists(connection, schema, STEPS);
    }

    /**
     * What attempts are selected from, in the newest form whatever form the table has: who only reads cannot bring it up to date.
     *
     * @return a FROM item; null where migrator does not track in that schema
     */
    static @Nullable String attempts(Connection connection, String schema) throws SQLException {
        if (!isIn(connection, schema)) {
            return null;
        }
        try (var query = connection.prepareStatement("""
                SELECT
                FROM pg_catalog.pg_attribute a
                JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ? AND c.relname = ? AND a.attname = 'operation'
                """)) {
            query.setString(1, schema);
            query.setString(2, NAME);
            return TrackingSteps.attempts(schema, query.executeQuery().next());
        }
    }

    /**
     * Says whether what is there can be used, changing nothing.
     *
     * @throws TrackingException where the table is another program's, or a newer version of migrator has made it
     */
    void check(Connection connection) throws SQLException {
        if (!isIn(connection, schema)) {
            if (exists(connection, schema, NAME)) {
                throw new TrackingException(
                        "the table for tracking migrations belongs to another program",
                        schema + "." + NAME,
                        "Set migrator.trackingSchema to another schema",
                        null);
            }
        } else if (stepsDone(connection) > steps.size()) {
            throw new TrackingException(
                    "the table for tracking migrations was made by a newer version of migrator",
                    schema + "." + NAME,
                    "Use that version, or a newer one",
                    null);
        }
    }

    /** Makes the table, or brings it to its newest form, step by step; the caller holds the lock and is in auto-commit mode. */
    void prepare(Connection connection) throws SQLException {
        check(connection);
        int done = isIn(connection, schema) ? stepsDone(connection) : 0;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            if (done == 0 && !schemaExists(connection)) {
                statement.execute("CREATE SCHEMA " + SqlText.name(schema));
            }
            for (int step = done + 1; step <= steps.size(); step++) {
                statement.execute(steps.get(step - 1));
                statement.execute("INSERT INTO " + SqlText.name(schema, STEPS) + " (step) VALUES (" + step + ")");
                connection.commit();
            }
        } catch (SQLException e) {
            connection.rollback();
            if (ServerRefusal.of(e).sqlState().equals(INSUFFICIENT_PRIVILEGE)) {
                throw notAllowed(e);
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private int stepsDone(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(step), 0) FROM " + SqlText.name(schema, STEPS))) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean schemaExists(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?")) {
            query.setString(1, schema);
            return query.executeQuery().next();
        }
    }

    private static boolean exists(Connection connection, String schema, String table) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ? AND c.relname = ?
                """)) {
            query.setString(1, schema);
            query.setString(2, table);
            return query.executeQuery().next();
        }
    }

    private TrackingException notAllowed(SQLException refusal) {
        return new TrackingException(
                "the role may not create the table for tracking migrations",
                schema + "." + NAME,
                "Let the database's owner run CREATE SCHEMA " + SqlText.name(schema) + " AUTHORIZATION <this role>,"
                        + " or set migrator.trackingSchema to a schema that it may create tables in",
                ServerRefusal.of(refusal).withoutValues());
    }
}
