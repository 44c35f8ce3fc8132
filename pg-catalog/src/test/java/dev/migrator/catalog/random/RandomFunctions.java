package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Functions of scalars, overloaded, with bodies that PostgreSQL has parsed and such that it has not. */
final class RandomFunctions implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (int i = world.dice.between(1, 6); i > 0; i--) {
            scalar(world);
        }
        for (int i = world.dice.below(3); i > 0; i--) {
            peculiar(world);
        }
    }

    private static void scalar(World world) throws SQLException {
        Dice dice = world.dice;
        Type argument = world.type();
        Type result = dice.of(BuiltInTypes.TRUTH, BuiltInTypes.TRUTH, argument, world.type());
        Routine overloaded = world.routines.isEmpty() || dice.oneIn(2) ? null : dice.pick(world.routines);
        String schema = overloaded == null ? world.schema() : overloaded.schema();
        String name = overloaded == null ? world.fresh(schema) : overloaded.name();
        Routine routine = new Routine(schema, name, List.of(argument), result);
        String value = result.equals(argument) ? "$1" : result.sample(dice);
        if (result.is(Type.Family.BOOLEAN)) {
            value = new Conditions(world).of("$1", argument) + " OR true";
        }
        String body =
                switch (dice.below(4)) {
                    case 0 -> "RETURN " + value;
                    case 1 -> "BEGIN ATOMIC SELECT 1; SELECT " + value + "; END";
                    case 2 -> "LANGUAGE plpgsql AS " + SqlText.literal("BEGIN RETURN " + value + "; END");
                    default -> "LANGUAGE sql AS $b$SELECT " + value + "$b$";
                };
        String options = " IMMUTABLE"
                + dice.maybe(3, " STRICT")
                + dice.maybe(3, " PARALLEL " + dice.of("SAFE", "RESTRICTED"))
                + dice.maybe(4, " COST 12.5")
                + dice.maybe(5, " LEAKPROOF")
                + dice.maybe(5, " SECURITY DEFINER")
                + dice.maybe(4, " SET search_path = pg_catalog, " + SqlText.name(schema))
                + dice.maybe(6, " SET work_mem = '5MB'");
        String parameter = dice.maybe(2, SqlText.name(dice.of("a", "select", "In Put")) + " ") + argument.sql();
        String sql = "CREATE FUNCTION " + SqlText.name(schema, name) + "(" + parameter + ") RETURNS " + result.sql()
                + options + " " + body;
        if (world.make("function", sql, new Thing("FUNCTION", routine.signature(), true, "EXECUTE"))) {
            world.routines.add(routine);
        }
    }

    /** Everything else that a list of arguments can say. */
    private static void peculiar(World world) throws SQLException {
        Dice dice = world.dice;
        Type type = world.type();
        String name = world.freshQualified();
        List<String[]> forms = new ArrayList<>(List.of(
                new String[] {
                    "FUNCTION",
                    "(a integer, VARIADIC rest text[] DEFAULT '{}') RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                    "(integer, text[])"
                },
                new String[] {
                    "FUNCTION",
                    "(a integer, OUT b text, INOUT c integer DEFAULT 3) LANGUAGE plpgsql AS 'BEGIN b := 1; END'",
                    "(integer, integer)"
                },
                new String[] {
                    "FUNCTION",
                    "(\"Default\" " + type.sql() + " DEFAULT " + new Values(world).forDefault(type)
                            + ") RETURNS TABLE(x integer, \"select\" " + type.sql()
                            + ") STABLE ROWS 5 LANGUAGE sql AS 'SELECT 1, $1'",
                    "(" + type.sql() + ")"
                },
                new String[] {
                    "PROCEDURE",
                    "(INOUT a " + type.sql() + ", b integer DEFAULT 1 + 2) LANGUAGE plpgsql AS 'BEGIN a := NULL; END'",
                    "(" + type.sql() + ", integer)"
                },
                new String[] {"PROCEDURE", "() BEGIN ATOMIC SELECT 1; SELECT 'x;y' AS \"semi;colon\"; END", "()"},
                new String[] {
                    "FUNCTION",
                    "(anyelement, anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1'",
                    "(anyelement, anyarray)"
                },
                new String[] {"FUNCTION", "() RETURNS SETOF record LANGUAGE sql AS $_$SELECT '$$', 1 $_$", "()"}));
        String[] form = dice.pick(forms);
        world.make(
                form[0].toLowerCase(java.util.Locale.ROOT),
                "CREATE " + form[0] + " " + name + form[1],
                new Thing(form[0], name + form[2], true, "EXECUTE"));
    }
}
