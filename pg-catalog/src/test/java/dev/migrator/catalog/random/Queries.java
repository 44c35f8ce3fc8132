package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Random SELECTs over what there is. */
final class Queries {

    private final World world;
    private final Dice dice;
    private final Conditions conditions;
    private final Values values;

    Queries(World world) {
        this.world = world;
        this.dice = world.dice;
        this.conditions = new Conditions(world);
        this.values = new Values(world);
    }

    Query any() {
        return switch (dice.below(10)) {
            case 0 -> grouped();
            case 1 -> byKey();
            case 2 -> united();
            case 3 -> recursive();
            case 4 -> overFunction();
            case 5 -> simple();
            default -> joined();
        };
    }

    /** One relation, so that the view can be updated. */
    private Query simple() {
        Relation relation = relation();
        List<Column> columns = dice.some(relation.columns, 5);
        String list = columns.stream().map(Column::sql).collect(joining(", "));
        Query query = named(
                "SELECT " + list + " FROM " + relation.sql() + where(relation.columns, ""),
                columns.stream().map(Column::type).toList());
        return new Query(query.sql(), query.columns(), relation.sort.isTable());
    }

    private Query joined() {
        Relation one = relation();
        Relation other = relation();
        String a = SqlText.name(dice.of("a", "select", "A b", "größe"));
        String b = SqlText.name(dice.of("b", "from", "q.r"));
        List<Values.Value> list = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            list.add(dice.oneIn(2) ? values.computed(one.columns, a + ".") : values.computed(other.columns, b + "."));
        }
        if (dice.oneIn(4)) {
            Column first = dice.pick(one.columns);
            String order = first.type().sorts()
                    ? " ORDER BY " + a + "." + first.sql() + dice.maybe(2, " DESC NULLS LAST")
                    : "";
            list.add(new Values.Value(
                    "(row_number() OVER "
                            + dice.of("w", "(" + order + ")", "(w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)")
                            + ")::integer",
                    BuiltInTypes.INTEGER));
        }
        String join =
                switch (dice.below(5)) {
                    case 0 -> one.sql() + " " + a + " CROSS JOIN " + other.sql() + " " + b;
                    case 1 ->
                        one.sql() + " " + a + " LEFT JOIN LATERAL (SELECT * FROM " + other.sql() + " LIMIT 1) " + b
                                + " ON true";
                    case 2 ->
                        one.sql() + " AS " + a + " TABLESAMPLE bernoulli (10) JOIN " + other.sql() + " " + b + " ON "
                                + conditions.over(one.columns, a + ".");
                    case 3 ->
                        "(SELECT * FROM " + one.sql() + where(one.columns, "") + ") " + a + ", ONLY " + other.sql()
                                + " " + b;
                    default ->
                        one.sql() + " " + a + " " + dice.of("LEFT", "RIGHT", "INNER") + " JOIN " + other.sql() + " " + b
                                + " ON " + conditions.over(other.columns, b + ".");
                };
        boolean sampled =
                join.contains("TABLESAMPLE") && !one.sort.isTable() && one.sort != Relation.Sort.MATERIALIZED_VIEW;
        String window =
                list.stream().anyMatch(value -> value.sql().matches("(?s).*OVER \\(?w.*")) ? " WINDOW w AS ()" : "";
        return of(
                "FROM " + (sampled ? join.replace(" TABLESAMPLE bernoulli (10)", "") : join)
                        + where(one.columns, a + ".") + window,
                list);
    }

    private Query grouped() {
        Relation relation = relation();
        List<Column> sorted = relation.columns(Type::sorts);
        if (sorted.isEmpty()) {
            return simple();
        }
        Column by = dice.pick(sorted);
        List<Values.Value> list = List.of(
                new Values.Value(by.sql(), by.type()),
                new Values.Value(
                        "(count(*) FILTER (WHERE " + conditions.over(relation.columns, "") + "))::integer",
                        BuiltInTypes.INTEGER),
                new Values.Value(
                        dice.of(
                                "string_agg(x.*::text, ', ' ORDER BY x.*::text DESC)",
                                "max(" + by.sql() + "::text)",
                                "min(DISTINCT x.*::text)"),
                        BuiltInTypes.TEXTUAL));
        String group = dice.of(by.sql(), "ROLLUP (" + by.sql() + ")", "GROUPING SETS ((), (" + by.sql() + "))");
        return of("FROM " + relation.sql() + " x GROUP BY " + group + dice.maybe(2, " HAVING count(*) > 1"), list);
    }

    /** Everything of a table whose primary key alone is grouped by. */
    private Query byKey() {
        List<Relation> keyed = world.tables().stream()
                .filter(table -> table.hasPrimaryKey && !table.keys.isEmpty())
                .toList();
        if (keyed.isEmpty()) {
            return joined();
        }
        Relation table = dice.pick(keyed);
        List<Values.Value> list = dice.some(table.columns, 4).stream()
                .map(column -> new Values.Value("t." + column.sql(), column.type()))
                .toList();
        return of(
                "FROM " + table.sql() + " t GROUP BY "
                        + table.keys.get(0).stream()
                                .map(column -> "t." + column.sql())
                                .collect(joining(", ")),
                list);
    }

    private Query united() {
        Relation relation = relation();
        Values.Value value = values.computed(relation.columns, "");
        String operator = value.type().sorts() ? dice.of("UNION", "EXCEPT", "INTERSECT ALL") : "UNION ALL";
        return named(
                "SELECT " + value.sql() + " FROM " + relation.sql() + " " + operator + " (SELECT "
                        + value.type().sample(dice) + " UNION ALL VALUES ("
                        + value.type().sample(dice) + ")) " + dice.maybe(2, "LIMIT 10 OFFSET 1"),
                List.of(value.type()));
    }

    private Query recursive() {
        Relation relation = relation();
        return named(
                "WITH RECURSIVE \"the tree\"(n, t) AS (SELECT 1, max(x::text) FROM " + relation.sql()
                        + " x UNION ALL SELECT n + 1, t FROM \"the tree\" WHERE n < 5)"
                        + dice.maybe(3, " SEARCH DEPTH FIRST BY n SET o CYCLE n SET c USING p")
                        + " SELECT n, t FROM \"the tree\"",
                List.of(BuiltInTypes.INTEGER, BuiltInTypes.TEXTUAL));
    }

    private Query overFunction() {
        if (world.rowFunctions.isEmpty()) {
            return simple();
        }
        Map.Entry<String, List<Column>> function = dice.pick(List.copyOf(world.rowFunctions.entrySet()));
        String from = dice.of(function.getKey() + " f", "ROWS FROM (" + function.getKey() + ") WITH ORDINALITY f");
        return of(
                "FROM " + from,
                List.of(values.computed(function.getValue(), "f."), values.computed(function.getValue(), "f.")));
    }

    private Query of(String from, List<Values.Value> list) {
        String select = list.stream().map(value -> "(" + value.sql() + ")").collect(joining(", "));
        return named(
                "SELECT " + select + " " + from,
                list.stream().map(Values.Value::type).toList());
    }

    private Query named(String sql, List<Type> types) {
        String place = "query " + dice.below(Integer.MAX_VALUE);
        return new Query(
                sql,
                types.stream()
                        .map(type -> new Column(world.names.fresh(place), type))
                        .toList(),
                false);
    }

    private String where(List<Column> columns, String prefix) {
        return dice.maybe(2, " WHERE " + conditions.over(columns, prefix));
    }

    private Relation relation() {
        return dice.pick(world.relations);
    }
}
