package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Trees of partitions: by list, range and hash, some made in place and some attached, with columns in another order and traces of dropped ones. */
final class RandomPartitions implements RandomKind {

    private static final Set<String> KEYS = Set.of("integer", "bigint", "text", "date");

    @Override
    public void add(World world) throws SQLException {
        for (int i = world.dice.below(3); i > 0; i--) {
            String schema = world.schema();
            List<Column> columns = new ArrayList<>(world.columns(5));
            columns.add(
                    world.dice.below(columns.size() + 1),
                    new Column(
                            world.names.fresh("keys " + i + world.relations.size()) + " key",
                            world.dice.of(BuiltInTypes.INTEGER, BuiltInTypes.TEXTUAL, BuiltInTypes.COMMON.get(7))));
            Relation root = new Relation(Relation.Sort.PARTITIONED, schema, world.fresh(schema), columns);
            List<String> lines = new ArrayList<>();
            root.columns.replaceAll(column ->
                    column.name().endsWith(" key") ? plain(column, lines) : ColumnLine.add(world, root, column, lines));
            if (root.columns.stream().anyMatch(column -> column.computed()) && !world.atLeast(17)) {
                lines.replaceAll(
                        line -> line.replaceFirst(" GENERATED (ALWAYS|BY DEFAULT) AS IDENTITY(?: \\([^)]*\\))?", ""));
            }
            split(world, root, "CREATE TABLE " + root.sql() + " (" + String.join(", ", lines) + ")", 2);
        }
    }

    private static Column plain(Column column, List<String> lines) {
        lines.add(column.sql() + " " + column.type().sql());
        return column;
    }

    /** Creates the table, partitioned, and its partitions, which may be partitioned further. */
    private static void split(World world, Relation table, String create, int levels) throws SQLException {
        Dice dice = world.dice;
        Column key = dice.pick(table.columns.stream()
                .filter(column -> KEYS.contains(column.type().sql()) && !column.computed())
                .toList());
        String strategy = dice.of("LIST", "RANGE", "HASH");
        boolean odd = !table.isPartition && dice.oneIn(4);
        String by = odd ? odd(key, dice) : key.sql();
        if (!RandomTables.create(world, table, create + " PARTITION BY " + strategy + " (" + by + ")")) {
            return;
        }
        if (!odd) {
            table.partitionKey.add(key);
        }
        List<String> bounds = bounds(strategy, key.type());
        for (String bound : bounds.subList(0, dice.between(0, bounds.size()))) {
            partition(world, table, bound, levels - 1);
        }
    }

    /** What no key of the table can contain. */
    private static String odd(Column key, Dice dice) {
        return key.type().is(Type.Family.TEXT) && dice.oneIn(2)
                ? key.sql() + " COLLATE \"C\" text_pattern_ops"
                : "(coalesce(" + key.sql() + ", " + key.type().sample(dice) + "))";
    }

    private static void partition(World world, Relation parent, String bound, int levels) throws SQLException {
        Dice dice = world.dice;
        String schema = world.schema();
        boolean attached = dice.oneIn(2);
        boolean split = levels > 0 && dice.oneIn(3);
        List<Column> columns = attached ? dice.shuffled(parent.columns) : parent.columns;
        Relation partition = new Relation(
                split ? Relation.Sort.PARTITIONED : Relation.Sort.PARTITION, schema, world.fresh(schema), columns);
        partition.partitionKey = parent.partitionKey.isEmpty() ? new ArrayList<>() : parent.partitionKey;
        partition.isPartition = true;
        if (!attached) {
            String create = "CREATE TABLE " + partition.sql() + " PARTITION OF " + parent.sql() + " " + bound;
            made(world, partition, create, split, levels);
            parent.partitions.add(partition);
            return;
        }
        String lines = columns.stream()
                .map(column -> column.sql() + " " + column.type().sql()
                        + dice.maybe(
                                4, column.computed() ? "" : " DEFAULT " + new Values(world).forDefault(column.type())))
                .collect(joining(", "));
        String like =
                "CREATE TABLE " + partition.sql() + " (" + dice.maybe(3, "\"dropped later\" point, ") + lines + ")";
        String same = "CREATE TABLE " + partition.sql() + " (LIKE " + parent.sql()
                + dice.maybe(2, " INCLUDING ALL EXCLUDING IDENTITY EXCLUDING STATISTICS") + ")";
        boolean needsLike = !parent.columns.stream().allMatch(Column::plain) || dice.oneIn(3);
        made(world, partition, needsLike ? same : like, split, levels);
        if (!needsLike && like.contains("\"dropped later\"")) {
            world.run("alter", "ALTER TABLE " + partition.sql() + " DROP COLUMN \"dropped later\"");
        }
        if (world.run("attach", "ALTER TABLE " + parent.sql() + " ATTACH PARTITION " + partition.sql() + " " + bound)) {
            parent.partitions.add(partition);
        }
    }

    private static void made(World world, Relation partition, String create, boolean split, int levels)
            throws SQLException {
        if (split) {
            split(world, partition, create, levels);
        } else {
            RandomTables.create(world, partition, create);
        }
    }

    private static List<String> bounds(String strategy, Type key) {
        if (strategy.equals("HASH")) {
            return List.of(
                    "FOR VALUES WITH (MODULUS 4, REMAINDER 0)",
                    "FOR VALUES WITH (MODULUS 4, REMAINDER 3)",
                    "FOR VALUES WITH (MODULUS 8, REMAINDER 1)");
        }
        List<String> values =
                switch (key.family()) {
                    case NUMBER -> List.of("1", "10", "-5", "0", "500");
                    case TEXT -> List.of("'it''s'", "'m'", "'a'", "'b'", "'z'");
                    default -> List.of("'2020-01-01'", "'2021-01-01'", "'2001-02-03'", "'2002-02-03'", "'2030-01-01'");
                };
        return strategy.equals("LIST")
                ? List.of(
                        "FOR VALUES IN (" + values.get(0) + ", NULL)",
                        "FOR VALUES IN (" + values.get(1) + ", " + values.get(2) + ")",
                        "DEFAULT")
                : List.of(
                        "FOR VALUES FROM (" + values.get(2) + ") TO (" + values.get(3) + ")",
                        "FOR VALUES FROM (" + values.get(4) + ") TO (MAXVALUE)",
                        "DEFAULT");
    }
}
