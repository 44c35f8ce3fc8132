package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** Whether a database holds nothing that a user made: no relation, routine, type, schema or large object. Extensions do not count. */
final class Emptiness {

    private static final String QUERY = """
            WITH made (class, oid) AS (
                SELECT 'pg_class'::regclass, oid FROM pg_catalog.pg_class WHERE relkind NOT IN ('t', 'i', 'I')
                UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_catalog.pg_proc
                UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_catalog.pg_type
                UNION ALL SELECT 'pg_namespace'::regclass, oid FROM pg_catalog.pg_namespace
                    WHERE nspname <> 'public' AND nspname !~ '^pg_(toast_)?temp_'
                UNION ALL SELECT 'pg_operator'::regclass, oid FROM pg_catalog.pg_operator
                UNION ALL SELECT 'pg_collation'::regclass, oid FROM pg_catalog.pg_collation
                UNION ALL SELECT 'pg_foreign_server'::regclass, oid FROM pg_catalog.pg_foreign_server
                UNION ALL SELECT 'pg_event_trigger'::regclass, oid FROM pg_catalog.pg_event_trigger
                UNION ALL SELECT 'pg_publication'::regclass, oid FROM pg_catalog.pg_publication
                UNION ALL SELECT 'pg_subscription'::regclass, oid FROM pg_catalog.pg_subscription
                    WHERE subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
                UNION ALL SELECT 'pg_largeobject'::regclass, oid FROM pg_catalog.pg_largeobject_metadata
            )
            SELECT NOT EXISTS (
                SELECT FROM made
                WHERE (oid >= 16384 OR class = 'pg_largeobject'::regclass)
                  AND NOT EXISTS (
                      SELECT FROM pg_catalog.pg_depend d
                      WHERE d.classid = made.class AND d.objid = made.oid AND d.deptype IN ('e', 'i')
                        AND (d.deptype = 'e' OR made.class = 'pg_type'::regclass)))
            """;

    private Emptiness() {}

    static boolean of(Database database) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(QUERY)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
