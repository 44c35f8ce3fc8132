package dev.migrator.catalog.kind;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of an index, also of a key's, once it is there: CLUSTER ON, REPLICA IDENTITY, statistics targets, that it is to be dropped
 * together with an extension.
 */
final class IndexMarks {

    private static final String STATISTICS = """
            SELECT a.attrelid AS index,
                   format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s', n.nspname, c.relname, a.attnum, a.attstattarget) AS sql
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('i', 'I') AND a.attrelid >= 16384 AND a.attstattarget >= 0
            ORDER BY a.attrelid, a.attnum""";

    private static final String MARKS = """
            SELECT i.indexrelid AS index, i.indisclustered, i.indisreplident AND t.relreplident = 'i' AS identity,
                   format('%I.%I', n.nspname, t.relname) AS relation, quote_ident(c.relname) AS quoted,
                   CASE t.relkind WHEN 'm' THEN 'ALTER MATERIALIZED VIEW ' ELSE 'ALTER TABLE ' END AS alter_relation
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE i.indexrelid >= 16384 AND (i.indisclustered OR i.indisreplident)""";

    private static final String EXTENSIONS = """
            SELECT d.objid AS index, format('ALTER INDEX %I.%I DEPENDS ON EXTENSION %I', n.nspname, c.relname, e.extname) AS sql
            FROM pg_depend d
            JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid
            JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid AND c.relkind IN ('i', 'I')
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE d.deptype = 'x'
            ORDER BY d.objid, e.extname""";

    private final Map<Long, List<String>> byIndex = new HashMap<>();

    private IndexMarks() {}

    static IndexMarks read(CatalogSession session) throws SQLException {
        IndexMarks marks = new IndexMarks();
        session.query(STATISTICS, row -> marks.add(row.number("index"), row.text("sql")));
        session.query(MARKS, row -> {
            long index = row.number("index");
            String relation = row.text("relation");
            if (row.flag("indisclustered")) {
                marks.add(index, row.text("alter_relation") + relation + " CLUSTER ON " + row.text("quoted"));
            }
            return row.flag("identity")
                    && marks.add(
                            index,
                            "ALTER TABLE ONLY " + relation + " REPLICA IDENTITY USING INDEX " + row.text("quoted"));
        });
        session.query(EXTENSIONS, row -> marks.add(row.number("index"), row.text("sql")));
        return marks;
    }

    private boolean add(long index, String sql) {
        return byIndex.computeIfAbsent(index, i -> new ArrayList<>(1)).add(sql);
    }

    /** The statements to run once the index is there. */
    List<String> of(long index) {
        return byIndex.getOrDefault(index, List.of());
    }
}
