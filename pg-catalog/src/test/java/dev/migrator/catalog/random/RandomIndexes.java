package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Indexes by every access method, over columns and expressions, partial and covering, and such as were attached one by one. */
final class RandomIndexes implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (Relation relation : world.relations(sort -> sort.isTable() || sort == Relation.Sort.MATERIALIZED_VIEW)) {
            for (int i = world.dice.below(4); i > 0; i--) {
                index(world, relation);
            }
        }
    }

    private static void index(World world, Relation relation) throws SQLException {
        Dice dice = world.dice;
        String method = dice.of("btree", "btree", "btree", "btree", "hash", "gin", "gist", "spgist", "brin");
        List<String> keys = keys(world, relation, method);
        if (keys.isEmpty()) {
            return;
        }
        boolean one = method.equals("hash") || method.equals("spgist");
        String list = String.join(", ", one ? keys.subList(0, 1) : dice.some(keys, 3));
        boolean named = dice.oneIn(2);
        String name = named ? SqlText.name(world.fresh(relation.schema)) : "";
        boolean only = relation.sort == Relation.Sort.PARTITIONED && dice.oneIn(3);
        List<Column> stored =
                relation.columns.stream().filter(column -> !column.computed()).toList();
        boolean covers = method.equals("btree") || method.equals("gist");
        String sql = "CREATE INDEX " + name + " ON " + (only ? "ONLY " : "") + relation.sql() + " USING " + method
                + " (" + list + ")"
                + (covers && !stored.isEmpty()
                        ? dice.maybe(6, " INCLUDE (" + dice.pick(stored).sql() + ")")
                        : "")
                + dice.maybe(5, options(method))
                + dice.maybe(3, " WHERE " + new Conditions(world).over(stored, ""));
        boolean made = world.run("index", sql);
        if (made && named) {
            String qualified = SqlText.name(relation.schema) + "." + name;
            world.things.add(Thing.part("INDEX", qualified));
            if (list.startsWith("(") && dice.oneIn(3)) {
                world.run("alter", "ALTER INDEX " + qualified + " ALTER COLUMN 1 SET STATISTICS 99");
            }
        }
    }

    private static List<String> keys(World world, Relation relation, String method) {
        List<String> keys = new ArrayList<>();
        List<Column> stored = relation.columns.stream()
                .filter(column -> !column.computed() || column.type().is(Type.Family.NUMBER))
                .toList();
        for (Column column : stored) {
            String key = key(world, column, method);
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        List<Column> plain =
                stored.stream().filter(column -> !column.computed()).toList();
        if (!plain.isEmpty() && (method.equals("btree") || method.equals("hash"))) {
            Values.Value value = new Values(world).computed(plain, "");
            if (method.equals("btree") ? value.type().sorts() : value.type().hashes()) {
                keys.add("(" + value.sql() + ")");
            }
        }
        return world.dice.shuffled(keys);
    }

    /** How the column is indexed by that method; empty where it cannot be. */
    private static String key(World world, Column column, String method) {
        Dice dice = world.dice;
        Type type = column.type();
        String name = column.sql();
        boolean text = type.equals(BuiltInTypes.TEXTUAL);
        return switch (method) {
            case "btree" ->
                type.sorts()
                        ? name
                                + (type.is(Type.Family.TEXT) ? dice.maybe(4, " COLLATE \"C\"") : "")
                                + (text ? dice.maybe(4, " text_pattern_ops") : "")
                                + (type.equals(BuiltInTypes.INTEGER) && !world.operatorClasses.isEmpty()
                                        ? dice.maybe(2, " " + dice.pick(world.operatorClasses))
                                        : "")
                                + dice.of("", "", " DESC", " NULLS FIRST", " DESC NULLS LAST")
                        : "";
            case "hash" -> type.hashes() ? name : "";
            case "gin" ->
                switch (type.family()) {
                    case JSON -> name + dice.of("", " jsonb_path_ops");
                    case ARRAY, SEARCH -> name;
                    default -> "";
                };
            case "gist" ->
                switch (type.family()) {
                    case RANGE, BOX, POINT -> name;
                    case SEARCH -> name + " tsvector_ops (siglen = 100)";
                    case NETWORK -> name + " inet_ops";
                    default -> "";
                };
            case "spgist" ->
                switch (type.family()) {
                    case RANGE, BOX, NETWORK -> name;
                    case POINT -> name + dice.of("", " kd_point_ops");
                    case TEXT -> name;
                    default -> "";
                };
            default ->
                switch (type.family()) {
                    case NUMBER ->
                        name
                                + (type.sql().equals("integer")
                                        ? dice.of(
                                                "",
                                                " int4_bloom_ops (n_distinct_per_range = 50)",
                                                " int4_minmax_multi_ops (values_per_range = 16)")
                                        : "");
                    case NETWORK -> name + dice.of(" inet_inclusion_ops", " inet_minmax_ops");
                    case BOX -> name;
                    default -> "";
                };
        };
    }

    private static String options(String method) {
        return switch (method) {
            case "btree" -> " WITH (deduplicate_items = off, fillfactor = 55)";
            case "gin" -> " WITH (fastupdate = off, gin_pending_list_limit = 128)";
            case "gist" -> " WITH (buffering = off)";
            case "brin" -> " WITH (pages_per_range = 4, autosummarize = on)";
            default -> " WITH (fillfactor = 55)";
        };
    }
}
