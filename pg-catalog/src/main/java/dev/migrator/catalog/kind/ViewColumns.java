package dev.migrator.catalog.kind;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been set on single columns of materialized views. */
final class ViewColumns {

    private static final String QUERY = """
            SELECT a.attrelid, quote_ident(a.attname) AS quoted, nullif(coalesce(a.attstattarget, -1), -1) AS statistics,
                   array(SELECT option FROM unnest(a.attoptions) option WHERE option !~ '^pg_attver=') AS attoptions,
                   CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                   CASE WHEN a.attstorage <> t.typstorage
                        THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END
                   END AS storage
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
            WHERE c.relkind = 'm' AND a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    private final Map<Long, List<String>> changes = new HashMap<>();

    private ViewColumns() {}

    static ViewColumns read(CatalogSession session) throws SQLException {
        ViewColumns columns = new ViewColumns();
        session.query(QUERY, row -> {
            List<String> of = columns.changes.computeIfAbsent(row.number("attrelid"), r -> new ArrayList<>());
            String column = "ALTER COLUMN " + row.text("quoted");
            if (row.optional("compression") != null) {
                of.add(column + " SET COMPRESSION " + row.text("compression"));
            }
            if (row.optional("storage") != null) {
                of.add(column + " SET STORAGE " + row.text("storage"));
            }
            if (row.optional("statistics") != null) {
                of.add(column + " SET STATISTICS " + row.text("statistics"));
            }
            return row.texts("attoptions").isEmpty()
                    || of.add(column + " SET (" + StorageOptions.list(row.texts("attoptions")) + ")");
        });
        return columns;
    }

    /** The statements that set it all on the view of that name. */
    List<String> alterations(long view, String quoted) {
        return changes.getOrDefault(view, List.of()).stream()
                .map(change -> "ALTER MATERIALIZED VIEW " + quoted + " " + change)
                .toList();
    }
}
