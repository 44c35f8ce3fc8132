package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees of inheritance: several parents, columns that merge, columns that are declared again, heirs that were adopted and such that were let
 * go. What merges has no default: pg_dump writes one for an heir that has none, and then cannot make the heir of both.
 */
final class RandomHeirs implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (int i = world.dice.below(4); i > 0; i--) {
            List<Relation> tables = world.relations(sort -> sort == Relation.Sort.TABLE || sort == Relation.Sort.HEIR);
            if (tables.isEmpty()) {
                return;
            }
            if (world.dice.oneIn(3)) {
                adopted(world, world.dice.pick(tables));
            } else {
                born(world, world.dice.some(tables, 2));
            }
        }
    }

    private static void born(World world, List<Relation> parents) throws SQLException {
        Dice dice = world.dice;
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Relation parent : parents) {
            parent.columns.forEach(column -> columns.merge(
                    column.name(),
                    column,
                    (one, other) -> one.equals(other) && one.plain()
                            ? one
                            : new Column(one.name(), new Type("clash", Type.Family.OPAQUE))));
        }
        if (columns.values().stream().anyMatch(column -> column.type().sql().equals("clash"))) {
            born(world, parents.subList(0, 1));
            return;
        }
        String schema = world.schema();
        Relation heir = new Relation(Relation.Sort.HEIR, schema, world.fresh(schema), List.of());
        List<String> lines = new ArrayList<>();
        for (Column own : world.columns(2)) {
            if (!columns.containsKey(own.name())) {
                heir.columns.add(ColumnLine.add(world, heir, own, lines));
            }
        }
        List<Column> again =
                columns.values().stream().filter(column -> !column.computed()).toList();
        if (!again.isEmpty() && dice.oneIn(2)) {
            Column column = dice.pick(again);
            lines.add(column.sql() + " " + column.type().sql()
                    + dice.maybe(2, " DEFAULT " + new Values(world).forDefault(column.type()))
                    + dice.maybe(3, " NOT NULL"));
        }
        heir.columns.addAll(columns.values());
        String inherits = parents.stream().map(Relation::sql).collect(joining(", "));
        if (RandomTables.create(
                        world,
                        heir,
                        "CREATE TABLE " + heir.sql() + " (" + String.join(", ", dice.shuffled(lines)) + ") INHERITS ("
                                + inherits + ")")
                && !again.isEmpty()
                && dice.oneIn(3)) {
            String column =
                    "ALTER TABLE " + heir.sql() + " ALTER " + dice.pick(again).sql();
            world.run("alter", column + dice.of(" DROP DEFAULT", " SET NOT NULL", " SET STATISTICS 77"));
        }
        if (dice.oneIn(6)) {
            world.run(
                    "alter",
                    "ALTER TABLE " + heir.sql() + " NO INHERIT "
                            + parents.get(0).sql());
        }
    }

    private static void adopted(World world, Relation parent) throws SQLException {
        String schema = world.schema();
        Relation heir = new Relation(Relation.Sort.HEIR, schema, world.fresh(schema), parent.columns);
        String own =
                world.dice.maybe(2, ", ADD " + SqlText.name("own " + world.relations.size()) + " integer DEFAULT 5");
        RandomTables.create(
                world,
                heir,
                "CREATE TABLE " + heir.sql() + " (LIKE " + parent.sql()
                        + world.dice.of(
                                " INCLUDING CONSTRAINTS INCLUDING GENERATED",
                                " INCLUDING ALL EXCLUDING IDENTITY EXCLUDING STATISTICS")
                        + ")");
        world.run("alter", "ALTER TABLE " + heir.sql() + " INHERIT " + parent.sql() + own);
        if (world.dice.oneIn(4)) {
            world.run("alter", "ALTER TABLE " + heir.sql() + " NO INHERIT " + parent.sql());
        }
    }
}
