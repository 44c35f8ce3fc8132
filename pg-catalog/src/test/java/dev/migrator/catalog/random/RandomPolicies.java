package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;

/** Policies, row security, statistics objects, replica identities: what tables carry besides. */
final class RandomPolicies implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (Relation table : world.tables()) {
            for (int i = world.dice.below(3) - 1; i > 0; i--) {
                policy(world, table);
            }
            if (world.dice.oneIn(4)) {
                world.run(
                        "alter",
                        "ALTER TABLE " + table.sql()
                                + world.dice.of(
                                        " ENABLE ROW LEVEL SECURITY",
                                        " FORCE ROW LEVEL SECURITY",
                                        " REPLICA IDENTITY FULL",
                                        " REPLICA IDENTITY NOTHING"));
            }
            if (world.dice.oneIn(4)) {
                statistics(world, table);
            }
        }
    }

    private static void policy(World world, Relation table) throws SQLException {
        Dice dice = world.dice;
        String name = world.part(table);
        String command = dice.of("ALL", "SELECT", "INSERT", "UPDATE", "DELETE");
        String to = dice.oneIn(2)
                ? dice.some(RandomRoles.ALL, 3).stream().map(SqlText::name).collect(joining(", "))
                : dice.of("PUBLIC", "CURRENT_USER");
        String condition = new Conditions(world).over(table.columns, "");
        String using = command.equals("INSERT") ? "" : dice.maybe(2, " USING (" + condition + ")");
        String check = command.equals("SELECT") || command.equals("DELETE")
                ? ""
                : dice.maybe(
                        2,
                        " WITH CHECK (EXISTS (SELECT FROM "
                                + dice.pick(world.relations).sql() + " WHERE " + condition + "))");
        world.make(
                "policy",
                "CREATE POLICY " + name + " ON " + table.sql() + dice.maybe(3, " AS RESTRICTIVE") + " FOR " + command
                        + " TO " + to + using + check,
                Thing.part("POLICY", name + " ON " + table.sql()));
    }

    private static void statistics(World world, Relation table) throws SQLException {
        Dice dice = world.dice;
        List<Column> columns = table.columns.stream()
                .filter(column -> column.type().sorts() && !column.computed())
                .toList();
        String name = world.freshQualified();
        Thing thing = new Thing("STATISTICS", name, true);
        boolean made;
        if (columns.size() > 1 && dice.oneIn(2)) {
            String kinds = dice.maybe(
                    2,
                    " ("
                            + dice.some(List.of("ndistinct", "dependencies", "mcv"), 3).stream()
                                    .collect(joining(", ")) + ")");
            String list =
                    dice.shuffled(columns).stream().limit(4).map(Column::sql).collect(joining(", "));
            made = world.make(
                    "statistics", "CREATE STATISTICS " + name + kinds + " ON " + list + " FROM " + table.sql(), thing);
        } else if (!columns.isEmpty()) {
            Column column = dice.pick(columns);
            made = world.make(
                    "statistics",
                    "CREATE STATISTICS " + name + " ON (" + new Conditions(world).of(column, "") + ")"
                            + (columns.size() > 1
                                    ? dice.maybe(
                                            2,
                                            ", " + columns.get(0).sql() + ", ("
                                                    + columns.get(1).sql() + " IS NULL)")
                                    : "")
                            + " FROM " + table.sql(),
                    thing);
        } else {
            return;
        }
        if (made && dice.oneIn(3)) {
            world.run("alter", "ALTER STATISTICS " + name + " SET STATISTICS " + dice.of("0", "500"));
        }
    }
}
