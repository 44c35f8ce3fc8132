package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Random immutable expressions that are true or false of a row. */
final class Conditions {

    private final World world;
    private final Dice dice;

    Conditions(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    /** Over some of the columns, each written with the prefix; without columns it is a constant. */
    String over(List<Column> columns, String prefix) {
        if (columns.isEmpty()) {
            return dice.of("true", "1 < 2", "NULL::boolean");
        }
        String one = of(dice.pick(columns), prefix);
        return switch (dice.below(9)) {
            case 0 -> one + " AND " + of(dice.pick(columns), prefix);
            case 1 -> "(" + one + ") OR " + over(columns, prefix);
            case 2 -> "NOT (" + one + ")";
            case 3 -> "CASE WHEN " + one + " THEN " + of(dice.pick(columns), prefix) + " ELSE NULL END";
            case 4 ->
                "num_nulls("
                        + columns.stream()
                                .limit(3)
                                .map(column -> prefix + column.sql())
                                .collect(joining(", ")) + ") = 1";
            case 5 -> "(" + one + ") IS NOT TRUE";
            default -> one;
        };
    }

    /** Of one column. */
    String of(Column column, String prefix) {
        String name = prefix + column.sql();
        Type type = column.type();
        List<Routine> routines = world.routinesOf(type).stream()
                .filter(routine -> routine.result().is(Type.Family.BOOLEAN))
                .toList();
        if (!routines.isEmpty() && dice.oneIn(3)) {
            return dice.pick(routines).call(name);
        }
        if (dice.oneIn(6)) {
            return name + dice.of(" IS NOT NULL", " IS NULL");
        }
        return of(name, type);
    }

    /** Of a value of which only text and type are known. */
    String of(String name, Type type) {
        String sample = type.sample(dice);
        String other = type.sample(dice);
        return switch (type.family()) {
            case TEXT ->
                dice.of(
                        name + " IN ('A', 'B', 'it''s')",
                        name + " <> ''",
                        name + " ~ '^[a-z\\d]+$'",
                        name + " LIKE '%\\_x'",
                        "length(" + name + ") BETWEEN 0 AND 10",
                        name + " COLLATE \"C\" < " + sample,
                        name + " NOT IN ('x', 'y')",
                        "lower(" + name + ") = ANY (ARRAY['a', 'b'])",
                        "upper(" + name + ") || 'x' ILIKE 'A%'");
            case NUMBER ->
                dice.of(
                        name + " > 5",
                        name + " BETWEEN -10 AND 1000",
                        name + " IN (1, 2, 3)",
                        "-" + name + " + 1 <= " + sample,
                        "abs(" + name + ") <> 2",
                        "(" + name + " * 2)::numeric(10,1) > 0.5",
                        "coalesce(" + name + ", 0) >= " + sample);
            case DAY ->
                dice.of(
                        name + " > " + sample,
                        "EXTRACT(year FROM " + name + ") > 2015",
                        "date_trunc('month', " + name + "::timestamp) = '2020-02-01'",
                        name + " IS DISTINCT FROM " + sample,
                        "(" + name + "::timestamp, " + name + "::timestamp) OVERLAPS (" + sample
                                + "::timestamp, '1 day'::interval)");
            case BOOLEAN -> dice.of(name, "NOT " + name, name + " IS NOT FALSE", name + " = true");
            case RANGE -> dice.of("NOT isempty(" + name + ")", name + " && " + sample, "upper_inf(" + name + ")");
            case ARRAY -> dice.of("cardinality(" + name + ") > 0", name + " @> " + sample, name + "[1] IS NOT NULL");
            case JSON ->
                dice.of(
                        name + " ? 'a'",
                        name + " ->> 'a' = 'b'",
                        name + "['a'] IS NOT NULL",
                        "jsonb_typeof(" + name + ") IN ('object', 'array')",
                        name + " @@ '$.a == 1'");
            case SEARCH -> name + " @@ '''fat'' & ''rat'''::tsquery";
            case BOX, POINT -> name + " <@ '(5,5),(0,0)'::box";
            case NETWORK -> dice.of("family(" + name + ") = 4", name + " << '10.0.0.0/8'");
            case SORTED ->
                dice.of(name + " >= " + sample, name + " IN (" + sample + ", " + other + ")", name + " = " + sample);
            case HASHED -> name + " = " + sample;
            case COMPOSITE -> dice.of(name + " IS NOT NULL", name + " *= " + sample, name + " IS DISTINCT FROM NULL");
            case OPAQUE -> "(" + name + ")::text <> 'x'";
        };
    }
}
