package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;

/** Publications and event triggers. */
final class RandomPublications implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        Dice dice = world.dice;
        for (int i = dice.below(3); i > 0; i--) {
            String name = SqlText.name(world.names.fresh("publications"));
            String options = dice.maybe(3, " WITH (publish = 'insert, delete', publish_via_partition_root = true)");
            world.make(
                    "publication",
                    "CREATE PUBLICATION " + name + what(world) + options,
                    new Thing("PUBLICATION", name, false));
        }
        if (dice.oneIn(4)) {
            String function = world.freshQualified();
            String name = SqlText.name(world.names.fresh("event triggers"));
            if (world.make(
                            "function",
                            "CREATE FUNCTION " + function + "() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                            new Thing("FUNCTION", function + "()", true, "EXECUTE"))
                    && world.make(
                            "event trigger",
                            "CREATE EVENT TRIGGER " + name
                                    + dice.of(
                                            " ON sql_drop",
                                            " ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE VIEW')",
                                            " ON table_rewrite")
                                    + " EXECUTE FUNCTION " + function + "()",
                            new Thing("EVENT TRIGGER", name, false))) {
                world.run(
                        "event trigger",
                        "ALTER EVENT TRIGGER " + name + dice.of(" DISABLE", " ENABLE ALWAYS", " ENABLE"));
            }
        }
    }

    private static String what(World world) {
        Dice dice = world.dice;
        List<Relation> tables =
                world.relations(sort -> sort == Relation.Sort.TABLE || sort == Relation.Sort.HEIR).stream()
                        .filter(table -> table.isLogged)
                        .toList();
        if (tables.isEmpty() || dice.oneIn(5)) {
            return dice.of("", " FOR ALL TABLES");
        }
        List<Relation> some = dice.some(tables, 3);
        String list = some.stream()
                .map(table -> (dice.oneIn(3) ? "ONLY " : "") + table.sql())
                .collect(joining(", "));
        boolean filtered = world.atLeast(15) && some.size() == 1 && dice.oneIn(2);
        list += filtered ? " WHERE (" + filter(some.get(0)) + ")" : "";
        return " FOR TABLE " + list
                + (world.atLeast(15) ? dice.maybe(3, ", TABLES IN SCHEMA " + SqlText.name(world.schema())) : "");
    }

    /** Of built-in types alone, for that is what the server allows. */
    private static String filter(Relation table) {
        return table.columns.stream()
                .filter(column -> column.type().equals(BuiltInTypes.INTEGER) && !column.computed())
                .findFirst()
                .map(column -> column.sql() + " > 5 AND " + column.sql() + " IN (7, 9)")
                .orElse("1 < 2");
    }
}
