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

    /** Attempts of every sort; {@code baseline} stays for whoever reads it. A repeatable file has no version. */
    private static final String OPERATIONS = """
            ALTER TABLE %1$s
                ALTER COLUMN version DROP NOT NULL,
                ADD COLUMN operation text NOT NULL DEFAULT 'migrate'
                    CHECK (operation IN ('migrate', 'repeatable', 'baseline', 'rollback', 'repair')),
                ADD COLUMN undone boolean NOT NULL DEFAULT false,
                ADD COLUMN applied_by text NOT NULL DEFAULT session_user,
                ADD COLUMN sqlstate text,
                ADD COLUMN statement text,
                ADD COLUMN line integer,
                ADD COLUMN statements_done bigint NOT NULL DEFAULT 0,
                ADD COLUMN statements_digest text NOT NULL DEFAULT '',
                ADD COLUMN interrupted boolean NOT NULL DEFAULT false,
                ADD CHECK (version IS NOT NULL OR operation = 'repeatable');
            UPDATE %1$s SET operation = 'baseline' WHERE baseline;
            DROP INDEX %3$s;
            CREATE UNIQUE INDEX schema_migrations_applied_once ON %1$s (((version)::bigint))
                WHERE success AND NOT undone AND operation IN ('migrate', 'baseline');
            COMMENT ON COLUMN %1$s.undone IS 'whether it was rolled back since';
            COMMENT ON COLUMN %1$s.statement IS 'the first words of the one that failed';
            COMMENT ON COLUMN %1$s.statements_done IS 'of a file that is not one transaction: where to go on';
            COMMENT ON COLUMN %1$s.interrupted IS 'whether nobody knows what came of the statement after these';
            CREATE TABLE %2$s (
                locked_at timestamp with time zone NOT NULL,
                locked_by text NOT NULL,
                process_id bigint NOT NULL,
                backend_pid integer NOT NULL,
                doing text NOT NULL
            );
            COMMENT ON TABLE %2$s IS 'migrator: who is changing this database; the advisory lock of that session decides, not this row';
            COMMENT ON COLUMN %2$s.process_id IS 'of the program, on its machine';
            """;

    private static final String APPLIED_VERSION = """
            SELECT version
            FROM %s
            WHERE success AND NOT undone AND operation IN ('migrate', 'baseline')
            ORDER BY version::bigint DESC
            LIMIT 1
            """;

    /** What the columns of {@link #OPERATIONS} would say of the rows before them. */
    private static final String BEFORE_OPERATIONS = """
            (SELECT *, CASE WHEN baseline THEN 'baseline' ELSE 'migrate' END AS operation, false AS undone,
                    0::bigint AS statements_done, '' AS statements_digest, false AS interrupted
             FROM %s) AS attempt""";

    private static final String VERSION_FUNCTION =
            "CREATE OR REPLACE FUNCTION %1$s() RETURNS text LANGUAGE sql STABLE AS %2$s;";

    private TrackingSteps() {}

    /** All steps in order, written for one schema; the first is number 1. */
    static List<String> in(String schema) {
        String table = SqlText.name(schema, TrackingTable.NAME);
        String version = SqlText.name(schema, "get_current_schema_version");
        return List.of(
                TABLES.formatted(SqlText.name(schema, TrackingTable.STEPS), table),
                FUNCTIONS.formatted(
                        SqlText.name(schema, "get_migration_history"),
                        SqlText.literal(HISTORY.formatted(table)),
                        version,
                        SqlText.literal(VERSION.formatted(table))),
                OPERATIONS.formatted(
                                table,
                                SqlText.name(schema, TrackingTable.LOCKS),
                                SqlText.name(schema, "schema_migrations_applied_once"))
                        + VERSION_FUNCTION.formatted(version, SqlText.literal(appliedVersion(table))));
    }

    /** What to select attempts from, as {@link TrackingTable#attempts} has it. */
    static String attempts(String schema, boolean knowsOperations) {
        String table = SqlText.name(schema, TrackingTable.NAME);
        return knowsOperations ? table : BEFORE_OPERATIONS.formatted(table);
    }

    /** The query that answers with the highest version that is applied, or with no row. */
    static String appliedVersion(String attempts) {
        return APPLIED_VERSION.formatted(attempts);
    }
}
