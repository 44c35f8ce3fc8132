package dev.migrator.profile.capture;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the source, partitioned ones included, that has to stay as the snapshot shows it while its rows are read: the user's own, and
 * those of extensions that hold users' rows.
 *
 * @param state tells whether the table was truncated, rewritten, renamed or given other columns: then it reads differently
 */
record Relation(long oid, String schema, String name, String state) {

    /** Which relations of {@code pg_class c} are data to be carried, besides their kind; the first OIDs are those of initdb. */
    static final String CARRIED = """
            c.relpersistence <> 't'
            AND (EXISTS (SELECT FROM pg_extension e WHERE c.oid = ANY (e.extconfig))
                 OR (c.oid >= 16384
                     AND NOT EXISTS (SELECT FROM pg_depend d
                                     WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')))
            """;

    private static final String ALL = """
            SELECT c.oid, n.nspname, c.relname,
                   concat_ws(' ', n.nspname, c.relname, c.relkind, c.relfilenode, (
                       SELECT md5(string_agg(concat_ws(' ', a.attnum, a.attname, a.atttypid, a.atttypmod,
                                                       a.attgenerated, a.attisdropped), ',' ORDER BY a.attnum))
                       FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND a.attnum > 0))
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND %s
            ORDER BY n.nspname, c.relname
            """.formatted(CARRIED);

    /** All of them as the connection's transaction sees them, by schema and name. */
    static List<Relation> all(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ALL)) {
            List<Relation> relations = new ArrayList<>();
            while (rows.next()) {
                relations.add(new Relation(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return relations;
        }
    }

    ObjectId id() {
        return ObjectId.of(ObjectKind.TABLE, schema, name);
    }

    /** Qualified and quoted. */
    String sqlName() {
        return SqlText.name(schema, name);
    }

    /** For people: {@code app.orders}. */
    @Override
    public String toString() {
        return schema + '.' + name;
    }
}
