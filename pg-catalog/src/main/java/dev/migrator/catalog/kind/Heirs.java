package dev.migrator.catalog.kind;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tables inherit from which, partitions left out, which are made as tables of their own. */
final class Heirs {

    private static final String QUERY = """
            SELECT i.inhrelid, i.inhparent FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE c.relkind IN ('r', 'f') AND NOT c.relispartition
            ORDER BY i.inhrelid, i.inhseqno""";

    private final Map<Long, List<Long>> parents = new HashMap<>();

    private Heirs() {}

    static Heirs read(CatalogSession session) throws SQLException {
        Heirs heirs = new Heirs();
        session.query(QUERY, row -> heirs.parents
                .computeIfAbsent(row.number("inhrelid"), h -> new ArrayList<>(1))
                .add(row.number("inhparent")));
        return heirs;
    }

    /** The parents of a table in their order; empty where it inherits from none. */
    List<Long> parentsOf(long relation) {
        return parents.getOrDefault(relation, List.of());
    }
}
