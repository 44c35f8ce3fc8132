package dev.migrator.profile.capture;

import dev.migrator.postgres.ServerVersion;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds out, before a byte is sent, whether the role can read all rows of all tables, all sequences and all large objects. */
final class ReadRights {

    private static final String UNREADABLE_RELATIONS = """
            SELECT CASE c.relkind WHEN 'S' THEN 'sequence ' ELSE 'table ' END || n.nspname || '.' || c.relname
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'S') AND %s
              AND NOT (has_schema_privilege(n.oid, 'USAGE')
                       AND CASE c.relkind WHEN 'S' THEN has_sequence_privilege(c.oid, 'SELECT')
                                          ELSE has_table_privilege(c.oid, 'SELECT') END)
            ORDER BY c.relkind = 'S', n.nspname, c.relname
            """.formatted(Relation.CARRIED);

    private static final String UNREADABLE_LARGE_OBJECTS = """
            SELECT 'large object ' || m.oid
            FROM pg_largeobject_metadata m
            WHERE NOT current_setting('lo_compat_privileges')::bool
              AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
              AND NOT EXISTS (SELECT FROM aclexplode(coalesce(m.lomacl, acldefault('L', m.lomowner))) a
                              WHERE a.privilege_type = 'SELECT'
                                AND (a.grantee = 0 OR pg_has_role(a.grantee, 'USAGE')))
            ORDER BY m.oid
            """;

    /** There since 18, and aware of roles that read all large objects. */
    private static final String UNREADABLE_LARGE_OBJECTS_18 = """
            SELECT 'large object ' || m.oid
            FROM pg_largeobject_metadata m
            WHERE NOT has_largeobject_privilege(m.oid, 'SELECT')
            ORDER BY m.oid
            """;

    private static final String FILTERED_TABLES = """
            SELECT n.nspname || '.' || c.relname
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND %s AND row_security_active(c.oid)
            ORDER BY n.nspname, c.relname
            """.formatted(Relation.CARRIED);

    private static final String UNLOGGED_ON_STANDBY = """
            SELECT n.nspname || '.' || c.relname
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE pg_is_in_recovery() AND c.relkind IN ('r', 'S') AND c.relpersistence = 'u' AND %s
            ORDER BY n.nspname, c.relname
            """.formatted(Relation.CARRIED);

    private ReadRights() {}

    /** @throws CaptureException that names all that cannot be read, and how to make it readable */
    static void check(Connection connection) throws SQLException {
        String role = names(connection, "SELECT current_user").get(0);
        List<String> largeObjects = names(
                connection,
                ServerVersion.of(connection).atLeast(18) ? UNREADABLE_LARGE_OBJECTS_18 : UNREADABLE_LARGE_OBJECTS);
        List<String> unreadable = new ArrayList<>(names(connection, UNREADABLE_RELATIONS));
        String grants = grants(role, !unreadable.isEmpty(), !largeObjects.isEmpty());
        unreadable.addAll(largeObjects);
        if (!unreadable.isEmpty()) {
            throw new CaptureException.NotReadable(unreadable, role, grants);
        }
        List<String> filtered = names(connection, FILTERED_TABLES);
        if (!filtered.isEmpty()) {
            throw new CaptureException.RowSecurity(filtered, role);
        }
        List<String> unlogged = names(connection, UNLOGGED_ON_STANDBY);
        if (!unlogged.isEmpty()) {
            throw new CaptureException.UnloggedOnStandby(unlogged);
        }
    }

    private static String grants(String role, boolean relations, boolean largeObjects) {
        String name = SqlText.name(role);
        List<String> grants = new ArrayList<>();
        if (relations) {
            grants.add("run as a superuser: GRANT pg_read_all_data TO " + name
                    + " (or GRANT USAGE on the schemas and SELECT on these)");
        }
        if (largeObjects) {
            grants.add(
                    "run as their owner: GRANT SELECT ON LARGE OBJECT … TO " + name + " (or capture as a superuser)");
        }
        String all = String.join("; ", grants);
        return all.isEmpty() ? all : Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
