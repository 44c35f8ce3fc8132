package dev.migrator.core.replay;

import dev.migrator.migration.SchemaVersion;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The newest migration that a database says it has, whoever has recorded it. */
public final class RecordedVersion {

    private static final String FLYWAY = """
            SELECT version FROM %s
            WHERE success AND version IS NOT NULL
            ORDER BY installed_rank DESC
            LIMIT 1
            """;
    private static final String LIQUIBASE = """
            SELECT filename || '::' || id || '::' || author FROM %s
            ORDER BY orderexecuted DESC
            LIMIT 1
            """;

    private RecordedVersion() {}

    /**
     * Reads it in whatever transaction the connection is.
     *
     * @param trackingSchema where our own record lies
     * @return digits of a migration of ours, {@code flyway 2.1}, {@code liquibase db/changelog.xml::1::anna}; null where nothing is
     *     recorded
     */
    public static @Nullable String of(Connection connection, String trackingSchema) throws SQLException {
        String own = SchemaVersion.of(connection, trackingSchema);
        if (own != null) {
            return own;
        }
        String flyway = newest(connection, "flyway_schema_history", FLYWAY);
        if (flyway != null) {
            return "flyway " + flyway;
        }
        String liquibase = newest(connection, "databasechangelog", LIQUIBASE);
        return liquibase == null ? null : "liquibase " + liquibase;
    }

    /** What an engine has to be told, since the data have no record of it; null for what Flyway or Liquibase find in the data themselves. */
    public static @Nullable String unrecorded(@Nullable String version) {
        return version != null && version.matches("[0-9]{1,18}") ? version : null;
    }

    private static @Nullable String newest(Connection connection, String table, String query) throws SQLException {
        String schema = first(
                connection,
                "SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind = 'r' AND c.relname = " + SqlText.literal(table) + " ORDER BY 1 LIMIT 1");
        return schema == null ? null : first(connection, query.formatted(SqlText.name(schema, table)));
    }

    private static @Nullable String first(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
