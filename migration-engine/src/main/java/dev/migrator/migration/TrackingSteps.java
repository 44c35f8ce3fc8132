package dev.migrator.migration;

import dev.migrator.postgres.SqlText;
import java.util.List;

/**
 * The steps that make the tracking tables what they are; a database that has done fewer of them does the rest. Steps are added at the
 * end, and none is ever changed.
 */
final class TrackingSteps {

    /** Columns may be added to what {@code schema_migrations} holds here, and none renamed: other programs read it. */
    private static final String TABLES = """
            CREATE TABLE %1$s (
                step integer PRIMARY KEY,
                applied_at timestamp with time zone NOT NULL DEFAULT pg_catalog.now()
            );
            COMMENT ON TABLE %1$s IS 'migrator: the steps by which schema_migrations has become what it is';
            CREATE TABLE %2$s (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                version text NOT NULL CHECK (version ~ '^[0-9]{1,18}$'),
                filename text NOT NULL,
                checksum text,
                applied_at timestamp with time zone NOT NULL,
                execution_time_ms bigint NOT NULL,
                success boolean NOT NULL,
                error_message text,
                baseline boolean NOT NULL DEFAULT false
            );
            COMMENT ON TABLE %2$s IS 'migrator: every attempt to apply a migration, failed ones too';
            CREATE UNIQUE INDEX schema_migrations_applied_once ON %2$s (((version)::bigint)) WHERE success;
            """;

    private static final String HISTORY = """
            SELECT version, filename, checksum, applied_at, execution_time_ms, success, error_message
            FROM %s
            ORDER BY id
            """;

    private static final String VERSION = """
            SELECT version
            FROM %s
            WHERE success
            ORDER BY version::bigint DESC
            LIMIT 1
            """;

    private static final String FUNCTIONS = """
            CREATE FUNCTION %1$s() RETURNS TABLE (
                version text, filename text, checksum text, applied_at timestamp with time zone,
                execution_time_ms bigint, success boolean, error_message text)
            LANGUAGE sql STABLE AS %2$s;
            CREATE FUNCTION %3$s() RETURNS text LANGUAGE sql STABLE AS %4$s;
            """;

    private TrackingSteps() {}

    /** All steps in order, written for one schema; the first is number 1. */
    static List<String> in(String schema) {
        String table = SqlText.name(schema, TrackingTable.NAME);
        return List.of(
                TABLES.formatted(SqlText.name(schema, TrackingTable.STEPS), table),
                FUNCTIONS.formatted(
                        SqlText.name(schema, "get_migration_history"),
                        SqlText.literal(HISTORY.formatted(table)),
                        SqlText.name(schema, "get_current_schema_version"),
                        SqlText.literal(VERSION.formatted(table))));
    }
}
