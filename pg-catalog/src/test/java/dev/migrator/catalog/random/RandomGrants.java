package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;

/**
 * Owners, privileges of several grantors, revoked ones, default privileges of several roles. Those of schemas come before there is
 * anything in them: who grants something in a schema that he may not use any more, cannot do it again, neither for pg_dump nor for us.
 */
final class RandomGrants implements RandomKind {

    private final boolean onSchemas;

    RandomGrants(boolean onSchemas) {
        this.onSchemas = onSchemas;
    }

    @Override
    public void add(World world) throws SQLException {
        for (Thing thing : world.dice.shuffled(world.things)) {
            if (thing.words().equals("SCHEMA") != onSchemas) {
                continue;
            }
            if (thing.owned() && world.dice.oneIn(4)) {
                world.run("owner", "ALTER " + thing.words() + " " + thing.sql() + " OWNER TO " + role(world));
            }
            if (!thing.privileges().isEmpty() && world.dice.oneIn(3)) {
                grant(world, thing);
            }
        }
        for (Relation relation : world.relations(sort -> sort != Relation.Sort.FOREIGN)) {
            if (world.dice.oneIn(5)) {
                String columns = RandomConstraints.list(world.dice.some(relation.columns, 2));
                world.run(
                        "grant",
                        "GRANT " + world.dice.of("SELECT", "UPDATE", "INSERT") + columns + ", REFERENCES" + columns
                                + " ON " + relation.sql() + " TO " + role(world)
                                + world.dice.maybe(3, " WITH GRANT OPTION"));
            }
        }
        for (int i = world.dice.below(4); i > 0; i--) {
            byDefault(world);
        }
    }

    private static void grant(World world, Thing thing) throws SQLException {
        Dice dice = world.dice;
        String on = " ON " + object(thing);
        String some = dice.oneIn(4)
                ? "ALL"
                : dice.some(thing.privileges(), 3).stream().collect(joining(", "));
        switch (dice.below(6)) {
            case 0 -> world.run("grant", "REVOKE ALL" + on + " FROM PUBLIC");
            case 1 -> world.run("grant", "GRANT " + some + on + " TO PUBLIC");
            case 2 -> {
                String first = role(world);
                world.run("grant", "GRANT " + some + on + " TO " + first + " WITH GRANT OPTION");
                world.run(
                        "grant", "SET ROLE " + first + "; GRANT " + some + on + " TO " + role(world) + "; RESET ROLE");
            }
            case 3 -> {
                String role = role(world);
                world.run("grant", "GRANT ALL" + on + " TO " + role + " WITH GRANT OPTION");
                world.run("grant", "REVOKE GRANT OPTION FOR " + some + on + " FROM " + role + " CASCADE");
            }
            case 4 ->
                world.run("grant", "REVOKE ALL" + on + " FROM " + dice.of("CURRENT_USER", role(world)) + " CASCADE");
            default -> world.run("grant", "GRANT " + some + on + " TO " + role(world) + ", " + role(world));
        }
    }

    private static String object(Thing thing) {
        return switch (thing.words()) {
            case "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE" -> thing.sql();
            case "AGGREGATE" -> "FUNCTION " + thing.sql().replace(" ORDER BY VARIADIC \"any\"", "");
            case "SERVER" -> "FOREIGN SERVER " + thing.sql();
            default -> thing.words() + " " + thing.sql();
        };
    }

    private static void byDefault(World world) throws SQLException {
        Dice dice = world.dice;
        String head = "ALTER DEFAULT PRIVILEGES" + dice.maybe(2, " FOR ROLE " + role(world))
                + dice.maybe(2, " IN SCHEMA " + SqlText.name(world.schema()));
        String objects = dice.of("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES");
        String tail = dice.of(
                " GRANT ALL ON " + objects + " TO " + role(world) + dice.maybe(3, " WITH GRANT OPTION"),
                " GRANT ALL ON " + objects + " TO PUBLIC",
                " REVOKE ALL ON " + objects + " FROM PUBLIC",
                " REVOKE ALL ON " + objects + " FROM " + role(world));
        world.run("default privileges", head + tail);
    }

    private static String role(World world) {
        return SqlText.name(world.dice.pick(RandomRoles.ALL));
    }
}
