package dev.migrator.catalog.random;

import java.util.List;

/** Random expressions that compute something of a row. */
final class Values {

    /** @param sql may need brackets around it */
    record Value(String sql, Type type) {}

    private final World world;
    private final Dice dice;
    private final Conditions conditions;

    Values(World world) {
        this.world = world;
        this.dice = world.dice;
        this.conditions = new Conditions(world);
    }

    /** An immutable expression over one of the columns. */
    Value computed(List<Column> columns, String prefix) {
        Column column = dice.pick(columns);
        String name = prefix + column.sql();
        Type type = column.type();
        List<Routine> routines = world.routinesOf(type);
        if (!routines.isEmpty() && dice.oneIn(3)) {
            Routine routine = dice.pick(routines);
            return new Value(routine.call(name), routine.result());
        }
        return switch (dice.below(6)) {
            case 0 -> new Value(conditions.over(columns, prefix), BuiltInTypes.TRUTH);
            case 1 -> new Value("coalesce(" + name + ", " + type.sample(dice) + ")", type);
            case 2 -> new Value("CASE WHEN " + conditions.over(columns, prefix) + " THEN " + name + " END", type);
            default -> ofFamily(name, type);
        };
    }

    private Value ofFamily(String name, Type type) {
        return switch (type.family()) {
            case TEXT ->
                new Value(
                        dice.of(
                                "upper(" + name + ")",
                                "(" + name + " || '%s\\')::text",
                                "substring(" + name + " from 2 for 3)",
                                "trim(both 'x' from " + name + ")",
                                "overlay(" + name + " placing 'y' from 1)",
                                "(" + name + " COLLATE \"C\")::text",
                                "replace(" + name + ", '''', E'\\n')"),
                        BuiltInTypes.TEXTUAL);
            case NUMBER ->
                new Value(
                        dice.of(
                                        "(" + name + " % 7)",
                                        name + " + 1",
                                        "-" + name,
                                        "round(" + name + " / 3)",
                                        "(" + name + ")")
                                .replaceFirst("^", "(")
                                .concat(")::integer"),
                        BuiltInTypes.INTEGER);
            case DAY ->
                new Value(
                        "(EXTRACT(" + dice.of("year", "month", "dow") + " FROM " + name + "))::integer",
                        BuiltInTypes.INTEGER);
            case ARRAY -> new Value("cardinality(" + name + ")", BuiltInTypes.INTEGER);
            case JSON ->
                new Value("(" + name + dice.of(" #>> '{a,b}'", " ->> 'a'", "::text") + ")", BuiltInTypes.TEXTUAL);
            case RANGE -> new Value("isempty(" + name + ")", BuiltInTypes.TRUTH);
            default -> new Value(name, type);
        };
    }

    /** What a column may have for a default: constants, calls, the time. */
    String forDefault(Type type) {
        List<Routine> routines = world.routines.stream()
                .filter(routine -> routine.result().equals(type))
                .toList();
        if (!routines.isEmpty() && dice.oneIn(2)) {
            Routine routine = dice.pick(routines);
            return routine.call(routine.arguments().stream()
                    .map(argument -> argument.sample(dice))
                    .toArray(String[]::new));
        }
        if (type.is(Type.Family.NUMBER) && !world.sequences.isEmpty() && dice.oneIn(3)) {
            return "nextval(" + dev.migrator.postgres.SqlText.literal(dice.pick(world.sequences)) + "::regclass)";
        }
        return switch (type.family()) {
            case DAY -> dice.of(type.sample(dice), "now()", "CURRENT_DATE", "LOCALTIMESTAMP(0) + '1 day'::interval");
            case TEXT ->
                dice.of(
                        type.sample(dice),
                        "CURRENT_USER",
                        "CASE WHEN 'x'::varchar IN ('A', 'B') THEN 'a' END",
                        "md5(random()::text)");
            case NUMBER -> dice.of(type.sample(dice), "-1", "(1 + 2) * 3", "'7'");
            default -> dice.of(type.sample(dice), type.sample(dice), "NULL");
        };
    }
}
