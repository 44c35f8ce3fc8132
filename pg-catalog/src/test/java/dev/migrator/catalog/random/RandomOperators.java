package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;

/** Operators and casts that functions of users' types make, and operator classes that indexes may use. */
final class RandomOperators implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (Routine routine : world.dice.shuffled(world.routines)) {
            Type type = routine.arguments().get(0);
            if (world.types.contains(type) && world.dice.oneIn(2)) {
                operator(world, routine, type);
            } else if (world.types.contains(type)
                    && !routine.result().equals(type)
                    && !type.sql().endsWith("[]")) {
                cast(world, routine, type);
            }
        }
        if (world.dice.oneIn(3)) {
            operatorClass(world);
        }
    }

    private static void operator(World world, Routine routine, Type type) throws SQLException {
        String sign = SqlText.name(world.schema()) + "." + world.dice.of("@#", "|/%", "~~~", "&&&!", "#-#");
        world.make(
                "operator",
                "CREATE OPERATOR " + sign + " (FUNCTION = " + SqlText.name(routine.schema(), routine.name())
                        + ", RIGHTARG = " + type.sql() + ")",
                new Thing("OPERATOR", sign + " (NONE, " + type.sql() + ")", true));
    }

    private static void cast(World world, Routine routine, Type type) throws SQLException {
        String cast = "(" + type.sql() + " AS " + routine.result().sql().replaceAll("\\(.*?\\)", "") + ")";
        world.make(
                "cast",
                "CREATE CAST " + cast + " WITH FUNCTION " + routine.signature() + world.dice.maybe(3, " AS ASSIGNMENT"),
                Thing.part("CAST", cast));
    }

    private static void operatorClass(World world) throws SQLException {
        String name = world.freshQualified();
        String family = world.dice.maybe(2, world.freshQualified());
        boolean there = family.isEmpty()
                || world.make(
                        "operator class",
                        "CREATE OPERATOR FAMILY " + family + " USING btree",
                        new Thing("OPERATOR FAMILY", family + " USING btree", true));
        String members =
                "OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer)";
        if (there
                && world.make(
                        "operator class",
                        "CREATE OPERATOR CLASS " + name + " FOR TYPE integer USING btree"
                                + (family.isEmpty() ? "" : " FAMILY " + family) + " AS " + members,
                        new Thing("OPERATOR CLASS", name + " USING btree", true))) {
            world.operatorClasses.add(name);
        }
    }
}
