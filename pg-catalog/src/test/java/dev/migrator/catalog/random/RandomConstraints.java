package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keys, CHECKs and exclusion constraints with all that can be said of them. */
final class RandomConstraints implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (Relation table : world.tables()) {
            if (!table.hasPrimaryKey && !table.isPartition && world.dice.oneIn(2)) {
                key(world, table, "PRIMARY KEY");
            }
            for (int i = world.dice.below(4); i > 0; i--) {
                switch (world.dice.below(6)) {
                    case 0 -> key(world, table, "UNIQUE");
                    case 1 -> exclusion(world, table);
                    case 2 -> notNull(world, table);
                    default -> check(world, table);
                }
            }
        }
    }

    private static void key(World world, Relation table, String words) throws SQLException {
        Dice dice = world.dice;
        List<Column> candidates = table.columns.stream()
                .filter(column -> column.type().sorts())
                .filter(column -> !column.computed() || column.type().is(Type.Family.NUMBER))
                .toList();
        if (candidates.isEmpty() || (table.sort == Relation.Sort.PARTITIONED && table.partitionKey.isEmpty())) {
            return;
        }
        List<Column> columns = new ArrayList<>(dice.some(candidates, 3));
        table.partitionKey.stream()
                .distinct()
                .filter(column -> !columns.contains(column))
                .forEach(columns::add);
        boolean primary = words.equals("PRIMARY KEY");
        boolean deferrable = dice.oneIn(5);
        boolean apart = world.atLeast(15) && !primary && dice.oneIn(4);
        List<Column> others = table.columns.stream()
                .filter(column -> !columns.contains(column))
                .toList();
        String sql = "ALTER TABLE " + table.sql() + " ADD " + name(world, table) + words
                + (apart ? " NULLS NOT DISTINCT" : "") + list(columns)
                + (others.isEmpty() ? "" : dice.maybe(5, " INCLUDE" + list(dice.some(others, 2))))
                + dice.maybe(6, " WITH (fillfactor = 80)")
                + (deferrable ? dice.of(" DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED") : "");
        if (world.run("key", sql)) {
            table.hasPrimaryKey |= primary;
            if (!deferrable) {
                table.keys.add(columns);
            }
        }
    }

    private static void check(World world, Relation table) throws SQLException {
        Dice dice = world.dice;
        List<Column> columns = table.columns;
        boolean alone = table.sort == Relation.Sort.TABLE && dice.oneIn(5);
        String enforced = world.atLeast(18) ? dice.maybe(6, " NOT ENFORCED") : "";
        String sql = "ALTER TABLE " + table.sql() + " ADD " + name(world, table) + "CHECK ("
                + new Conditions(world).over(columns, "") + ")" + (alone ? " NO INHERIT" : "")
                + (enforced.isEmpty() ? dice.maybe(5, " NOT VALID") : enforced);
        world.run("check", sql);
    }

    /** A constraint like others since 18, with a name and perhaps not proved yet. */
    private static void notNull(World world, Relation table) throws SQLException {
        Column column = world.dice.pick(table.columns);
        if (!column.plain() || table.hasPrimaryKey || table.isPartition || table.sort == Relation.Sort.HEIR) {
            return;
        }
        String sql = world.atLeast(18)
                ? " ADD " + name(world, table) + "NOT NULL " + column.sql() + world.dice.maybe(2, " NOT VALID")
                : " ALTER " + column.sql() + " SET NOT NULL";
        world.run("not null", "ALTER TABLE " + table.sql() + sql);
    }

    private static void exclusion(World world, Relation table) throws SQLException {
        Dice dice = world.dice;
        List<Column> ranges = table.columns(type -> type.is(Type.Family.RANGE) || type.is(Type.Family.BOX));
        List<Column> sorted = table.columns(type -> type.sorts() && !type.is(Type.Family.RANGE));
        if (table.sort == Relation.Sort.PARTITIONED) {
            return;
        }
        String sql = "ALTER TABLE " + table.sql() + " ADD " + name(world, table) + "EXCLUDE ";
        String where = dice.maybe(
                3,
                " WHERE ("
                        + new Conditions(world)
                                .over(
                                        table.columns.stream()
                                                .filter(c -> !c.computed())
                                                .toList(),
                                        "") + ")");
        List<Column> spans = table.columns(type -> type.is(Type.Family.RANGE));
        if (world.atLeast(18) && spans.size() > 1 && dice.oneIn(2)) {
            String words = table.hasPrimaryKey ? "UNIQUE" : "PRIMARY KEY";
            String overlaps =
                    words + " (" + spans.get(0).sql() + ", " + spans.get(1).sql() + " WITHOUT OVERLAPS)";
            table.hasPrimaryKey |=
                    world.run("temporal key", "ALTER TABLE " + table.sql() + " ADD " + name(world, table) + overlaps);
        } else if (!ranges.isEmpty()) {
            world.run(
                    "exclusion",
                    sql + "USING gist (" + dice.pick(ranges).sql() + " WITH &&)" + where
                            + dice.maybe(4, " DEFERRABLE"));
        } else if (!sorted.isEmpty()) {
            world.run(
                    "exclusion",
                    sql + "(" + dice.pick(sorted).sql() + dice.of("", " DESC NULLS LAST") + " WITH =)" + where);
        }
    }

    static String name(World world, Relation table) {
        return world.dice.oneIn(2) ? "" : "CONSTRAINT " + SqlText.name(world.fresh(table.schema)) + " ";
    }

    static String list(List<Column> columns) {
        return columns.stream().map(Column::sql).collect(joining(", ", " (", ")"));
    }
}
