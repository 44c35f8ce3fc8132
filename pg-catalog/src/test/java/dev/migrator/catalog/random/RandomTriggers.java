package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;

/** Triggers of every shape, switched off and on, and rules. */
final class RandomTriggers implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        String function = world.freshQualified();
        if (!world.make(
                "function",
                "CREATE FUNCTION " + function + "() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                new Thing("FUNCTION", function + "()", true, "EXECUTE"))) {
            return;
        }
        for (Relation relation : world.relations(sort -> sort != Relation.Sort.MATERIALIZED_VIEW)) {
            if (world.dice.oneIn(3)) {
                trigger(world, relation, function + "(" + world.dice.maybe(3, "'it''s', '\\x', 'a'") + ")");
            }
            if (world.dice.oneIn(5) && relation.sort != Relation.Sort.FOREIGN) {
                rule(world, relation);
            }
        }
    }

    private static void trigger(World world, Relation relation, String call) throws SQLException {
        Dice dice = world.dice;
        String name = world.part(relation);
        List<Column> stored =
                relation.columns.stream().filter(column -> !column.computed()).toList();
        String update = "UPDATE"
                + (stored.isEmpty()
                        ? ""
                        : dice.maybe(3, " OF " + dice.pick(stored).sql()));
        boolean old = !relation.sort.isTable() || stored.isEmpty();
        String event =
                switch (dice.below(4)) {
                    case 0 -> "INSERT OR " + update;
                    case 1 -> update;
                    case 2 -> "DELETE OR INSERT";
                    default -> "INSERT";
                };
        String when = old || event.contains("DELETE")
                ? ""
                : dice.maybe(2, " WHEN (" + new Conditions(world).over(stored, "NEW.") + ")");
        String sql;
        if (relation.sort == Relation.Sort.VIEW) {
            sql = "CREATE TRIGGER " + name + " INSTEAD OF " + event.replaceFirst(" OF .*", "") + " ON " + relation.sql()
                    + " FOR EACH ROW";
        } else if (relation.sort == Relation.Sort.FOREIGN) {
            sql = "CREATE TRIGGER " + name + " BEFORE " + event + " ON " + relation.sql() + " FOR EACH ROW" + when;
        } else {
            sql = switch (dice.below(5)) {
                case 0 ->
                    "CREATE CONSTRAINT TRIGGER " + name + " AFTER " + event + " ON " + relation.sql()
                            + dice.maybe(2, " DEFERRABLE INITIALLY DEFERRED") + " FOR EACH ROW" + when;
                case 1 -> "CREATE TRIGGER " + name + " AFTER TRUNCATE OR INSERT ON " + relation.sql();
                case 2 ->
                    "CREATE TRIGGER " + name + " AFTER UPDATE ON " + relation.sql()
                            + " REFERENCING OLD TABLE AS \"old rows\" NEW TABLE AS n FOR EACH STATEMENT";
                default ->
                    "CREATE TRIGGER " + name + dice.of(" BEFORE ", " AFTER ") + event + " ON " + relation.sql()
                            + " FOR EACH ROW" + when;
            };
        }
        if (world.make(
                        "trigger",
                        sql + " EXECUTE FUNCTION " + call,
                        Thing.part("TRIGGER", name + " ON " + relation.sql()))
                && relation.sort.isTable()
                && dice.oneIn(3)) {
            world.run(
                    "alter",
                    "ALTER TABLE " + dice.maybe(3, "ONLY ") + relation.sql()
                            + dice.of(" DISABLE", " ENABLE ALWAYS", " ENABLE REPLICA") + " TRIGGER " + name);
        }
    }

    private static void rule(World world, Relation relation) throws SQLException {
        Dice dice = world.dice;
        String name = SqlText.name(world.names.fresh("part of " + relation.sql()));
        Relation log = dice.pick(world.relations);
        String event = dice.of("INSERT", "UPDATE", "DELETE");
        String row = event.equals("DELETE") ? "OLD." : "NEW.";
        String action =
                switch (dice.below(4)) {
                    case 0 -> "NOTHING";
                    case 1 -> "NOTIFY \"the channel\", 'it''s'";
                    case 2 ->
                        "(SELECT 1; SELECT " + row + dice.pick(relation.columns).sql() + " FROM " + log.sql() + ")";
                    default ->
                        "SELECT count(*) FROM " + log.sql() + " WHERE "
                                + new Conditions(world).over(relation.columns, row);
                };
        String sql = "CREATE RULE " + name + " AS ON " + event + " TO " + relation.sql()
                + (action.startsWith("NOTIFY")
                        ? ""
                        : dice.maybe(3, " WHERE " + new Conditions(world).over(relation.columns, row)))
                + " DO "
                + dice.of("ALSO ", "INSTEAD ") + action;
        if (world.make("rule", sql, Thing.part("RULE", name + " ON " + relation.sql()))
                && relation.sort.isTable()
                && dice.oneIn(4)) {
            world.run(
                    "alter", "ALTER TABLE " + relation.sql() + dice.of(" DISABLE", " ENABLE ALWAYS") + " RULE " + name);
        }
    }
}
