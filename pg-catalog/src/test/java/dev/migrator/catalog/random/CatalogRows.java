package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of the system catalogs that describe what users have made: what two databases are compared by without the model and without
 * pg_dump. Which column refers to what is asked of the server, so that none is forgotten but those that {@link RowText} names.
 */
final class CatalogRows {

    private static final String COLUMNS = """
            SELECT c.relname AS catalog, a.attname AS name, a.atttypid::regtype::text AS type,
                   f.pktable::regclass::text AS target, f.is_array, f.fkcols[1] AS relation, cardinality(f.fkcols) = 2 AS is_column
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            LEFT JOIN LATERAL (SELECT * FROM pg_get_catalog_foreign_keys() f
                               WHERE f.fktable = c.oid AND a.attname = f.fkcols[cardinality(f.fkcols)] LIMIT 1) f ON true
            WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND NOT c.relisshared
              AND c.relname <> ALL ('{pg_statistic,pg_statistic_ext_data,pg_largeobject,pg_largeobject_metadata,pg_depend,pg_init_privs}')
            ORDER BY c.relname, a.attnum""";

    private static final String NOT_TOAST =
            "(SELECT r.relnamespace FROM pg_class r WHERE r.oid = c.%s) <> 'pg_toast'::regnamespace";

    /** The rows of a catalog that count, where those are not the ones with the OIDs of users' objects. */
    private static final Map<String, String> FILTERS = Map.of(
            "pg_class", "c.oid >= 16384 AND c.relnamespace <> 'pg_toast'::regnamespace",
            "pg_attribute",
                    "c.attrelid >= 16384 AND c.attnum > 0 AND NOT c.attisdropped"
                            + " AND (SELECT r.relkind FROM pg_class r WHERE r.oid = c.attrelid) NOT IN ('t', 'i', 'I')",
            "pg_index", "c.indexrelid >= 16384 AND " + NOT_TOAST.formatted("indrelid"),
            "pg_aggregate", "c.aggfnoid >= 16384",
            "pg_description", "c.objoid >= 16384",
            "pg_seclabel", "c.objoid >= 16384",
            "pg_trigger", "c.oid >= 16384 AND NOT c.tgisinternal",
            // What a foreign key of or to a partitioned table is made of has names that depend on what was there first.
            "pg_constraint", "c.oid >= 16384 AND NOT (c.contype = 'f' AND c.conparentid <> 0)");

    private CatalogRows() {}

    /** The rows that only one of the databases has, {@code -} before those of the first. */
    static List<String> difference(Database one, Database other) throws SQLException {
        Set<String> before = of(one);
        Set<String> after = of(other);
        List<String> difference = new ArrayList<>();
        before.stream().filter(row -> !after.contains(row)).forEach(row -> difference.add("- " + row));
        after.stream().filter(row -> !before.contains(row)).forEach(row -> difference.add("+ " + row));
        return difference;
    }

    /** One line a row: {@code pg_class relname=orders relnamespace=app …}. */
    private static Set<String> of(Database database) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            Set<String> lines = new TreeSet<>();
            for (String query : queries(statement)) {
                try (ResultSet row = statement.executeQuery(query)) {
                    while (row.next()) {
                        lines.add(row.getString(1));
                    }
                }
            }
            return lines;
        }
    }

    private static List<String> queries(Statement statement) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Set<String> withOid = new TreeSet<>();
        try (ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                String text = RowText.of(row);
                List<String> ofCatalog = columns.computeIfAbsent(row.getString("catalog"), c -> new ArrayList<>());
                if (!text.isEmpty()) {
                    ofCatalog.add("' " + row.getString("name") + "=' || coalesce(" + text + ", '-')");
                }
                if (row.getString("name").equals("oid")) {
                    withOid.add(row.getString("catalog"));
                }
            }
        }
        List<String> queries = new ArrayList<>();
        columns.forEach((catalog, texts) -> queries.add("SELECT '" + catalog + "' || "
                + texts.stream().collect(joining(" || ")) + " FROM " + catalog + " c WHERE "
                + FILTERS.getOrDefault(catalog, withOid.contains(catalog) ? "c.oid >= 16384" : "true")));
        return queries;
    }
}
