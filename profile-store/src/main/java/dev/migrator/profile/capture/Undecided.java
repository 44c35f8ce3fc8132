package dev.migrator.profile.capture;

import dev.migrator.catalog.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lists the columns that nothing is decided on, each once, by the uppermost table that it comes from: deciding there is enough. */
final class Undecided {

    private final Map<Long, Relation> relations = new HashMap<>();
    private final Map<Long, SourceTable> tables = new HashMap<>();
    private final Ancestry ancestry;

    /**
     * @param relations the tables and partitioned tables
     * @param tables those of them that hold rows themselves
     */
    Undecided(List<Relation> relations, List<SourceTable> tables, Ancestry ancestry) {
        relations.forEach(relation -> this.relations.put(relation.oid(), relation));
        tables.forEach(table -> this.tables.put(table.oid(), table));
        this.ancestry = ancestry;
    }

    /** Reads like {@code public.customers.email}, sorted by table, then in the table's order. */
    List<String> columns(MaskDecisions decisions) {
        Map<String, Set<String>> undecided = new TreeMap<>();
        for (SourceTable table : tables.values()) {
            for (Column column : table.copied()) {
                if (!decisions.decided(table.oid(), column.name())) {
                    undecided
                            .computeIfAbsent(origin(table, column), origin -> new LinkedHashSet<>())
                            .add(column.name());
                }
            }
        }
        List<String> names = new ArrayList<>();
        undecided.forEach((origin, columns) -> columns.forEach(column -> names.add(origin + "." + column)));
        return names;
    }

    private String origin(SourceTable table, Column column) {
        String origin = table.toString();
        for (long ancestor : ancestry.line(table.oid())) {
            Relation relation = relations.get(ancestor);
            if (relation != null && has(ancestor, column)) {
                origin = relation.toString();
            }
        }
        return origin;
    }

    /** A partitioned table has all columns of its partitions. */
    private boolean has(long relation, Column column) {
        SourceTable table = tables.get(relation);
        return table == null
                || table.copied().stream().anyMatch(its -> its.name().equals(column.name()));
    }
}
