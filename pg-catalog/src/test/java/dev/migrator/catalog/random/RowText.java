package dev.migrator.catalog.random;

import static java.util.Map.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** How one column of a system catalog is written, so that two databases made alike write the same: with names in place of OIDs. */
final class RowText {

    /** Storage, statistics, what is found out lazily, traces of what is gone, and texts of expressions. */
    private static final Set<String> IGNORED = Set.of("""
            oid relfilenode reltoastrelid relpages reltuples relallvisible relallfrozen relfrozenxid relminmxid relhasindex relhasrules
            relhastriggers relhassubclass relnatts relrewrite attcacheoff atthasmissing attmissingval attnum attndims typndims indcheckxmin typdefault""".split("\\s+"));

    /** What says the same in several ways, in one way; by the name of the column, with that of the catalog where others have it too. */
    private static final Map<String, String> REWRITTEN = Map.ofEntries(
            entry(
                    "enumsortorder",
                    "(SELECT count(*) FROM pg_enum e WHERE e.enumtypid = c.enumtypid AND e.enumsortorder < c.enumsortorder)::text"),
            entry(
                    "inhseqno",
                    "(SELECT count(*) FROM pg_inherits i WHERE i.inhrelid = c.inhrelid AND i.inhseqno < c.inhseqno)::text"),
            // Roles of a policy are stored in any order.
            entry(
                    "polroles",
                    "(SELECT string_agg(CASE r WHEN 0 THEN '-' ELSE pg_get_userbyid(r) END, ',' ORDER BY pg_get_userbyid(r))"
                            + " FROM unnest(c.polroles) r)"),
            // Sets of columns.
            entry("confdelsetcols", columns("conrelid", "confdelsetcols")),
            entry("stxkeys", columns("stxrelid", "stxkeys")),
            entry("prattrs", columns("prrelid", "prattrs")),
            // An heir born after its parent's unproved CHECK has it proved; pg_dump loses that as well.
            entry("convalidated", "(c.convalidated OR NOT c.conislocal)::text"),
            // An heir that has the NOT NULL of a parent proved, where that has not, comes to declare it.
            entry("conislocal", "(c.conislocal OR c.contype = 'n')::text"),
            // Its name is whatever the parents give it, some of which may be its parents no more.
            entry(
                    "pg_constraint.conname",
                    "CASE WHEN c.contype = 'n' AND c.coninhcount > 0 THEN 'inherited' ELSE c.conname END"),
            // A copy of a collation of all encodings; no command makes another.
            entry("collencoding", "CASE WHEN c.collprovider = 'c' THEN 'any' ELSE c.collencoding::text END"),
            // The keys of partitions differ in this by whether they were made in place or attached.
            entry("connoinherit", "(c.connoinherit AND c.contype = 'c')::text"),
            // What was attached before its parent was, has no identity, and gets it in a restore.
            entry(
                    "attidentity",
                    "CASE WHEN (SELECT r.relispartition FROM pg_class r WHERE r.oid = c.attrelid) THEN '' ELSE c.attidentity::text END"),
            // An index on a partitioned table stays invalid when the partition that lacks its part goes.
            entry(
                    "indisvalid",
                    "(c.indisvalid OR (SELECT r.relkind FROM pg_class r WHERE r.oid = c.indexrelid) = 'I')::text"),
            // Of two keys of the same columns a foreign key takes the older one.
            entry(
                    "conindid",
                    "(SELECT o.identity FROM pg_identify_object('pg_class'::regclass, c.conindid, 0) o WHERE c.contype <> 'f')"),
            // An array's name is a matter of what was there first.
            entry("typname", "CASE WHEN c.typlen = -1 AND c.typelem <> 0 THEN 'array' ELSE c.typname END"),
            entry("objsubid", "CASE WHEN c.objsubid = 0 THEN 'whole' ELSE 'column' END"),
            entry(
                    "objoid",
                    "(SELECT o.type || ' ' || o.identity FROM pg_identify_object(c.classoid, c.objoid, c.objsubid) o)"));

    private RowText() {}

    /**
     * The expression over a row {@code c} of the catalog; empty where the column is not compared. Trees of expressions are not, and no
     * privileges, which can say the same in several ways.
     *
     * @param row of the query in {@link CatalogRows}
     */
    static String of(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String type = row.getString("type");
        String target = row.getString("target");
        if (IGNORED.contains(name) || type.equals("pg_node_tree") || type.equals("aclitem[]")) {
            return "";
        }
        String rewritten = REWRITTEN.getOrDefault(row.getString("catalog") + "." + name, REWRITTEN.get(name));
        if (rewritten != null) {
            return rewritten;
        }
        if (target == null) {
            return "c." + name + "::text";
        }
        boolean ofColumn = row.getBoolean("is_column");
        String element = ofColumn ? "int2" : "oid";
        String values = row.getBoolean("is_array")
                ? "unnest(c.%s::%s[]) WITH ORDINALITY".formatted(name, element)
                : "(VALUES (c.%s::%s, 1))".formatted(name, element);
        String one = ofColumn ? columnOf(row.getString("relation")) : nameIn(target);
        return "(SELECT string_agg(coalesce(" + one + ", '-'), ',' ORDER BY u.n) FROM " + values + " u(x, n))";
    }

    private static String columns(String relation, String numbers) {
        return "(SELECT string_agg(a.attname, ',' ORDER BY a.attname) FROM pg_attribute a WHERE a.attrelid = c."
                + relation + " AND a.attnum = ANY (c." + numbers + "::int2[]))";
    }

    private static String columnOf(String relation) {
        return "(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c." + relation + " AND a.attnum = u.x)";
    }

    private static String nameIn(String catalog) {
        return catalog.equals("pg_authid")
                ? "CASE u.x WHEN 0 THEN '-' ELSE pg_get_userbyid(u.x) END"
                : "(SELECT o.identity FROM pg_identify_object('" + catalog + "'::regclass, u.x, 0) o WHERE u.x <> 0)";
    }
}
