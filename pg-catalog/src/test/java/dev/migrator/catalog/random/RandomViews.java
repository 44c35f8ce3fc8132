package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Views over views over functions over views, materialized ones among them, and functions and views that need one another. */
final class RandomViews implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (int i = world.dice.below(8); i > 0; i--) {
            view(world);
            if (world.dice.oneIn(3)) {
                function(world);
            }
            if (world.dice.oneIn(5)) {
                loop(world);
            }
        }
    }

    private static void view(World world) throws SQLException {
        Dice dice = world.dice;
        String schema = world.schema();
        Query query = new Queries(world).any();
        boolean stored = dice.oneIn(4);
        Relation.Sort sort = stored ? Relation.Sort.MATERIALIZED_VIEW : Relation.Sort.VIEW;
        Relation view = new Relation(sort, schema, world.fresh(schema), query.columns());
        String options = stored
                ? dice.maybe(3, " WITH (fillfactor = 60)")
                : dice.maybe(
                        4,
                        " WITH (security_barrier"
                                + (world.atLeast(15) ? dice.maybe(2, ", security_invoker = true") : "") + ")");
        String sql = "CREATE " + sort.words + " " + view.sql() + " ("
                + view.columns.stream().map(Column::sql).collect(joining(", ")) + ")" + options + " AS " + query.sql()
                + (stored ? " WITH NO DATA" : query.writable() ? dice.maybe(2, " WITH LOCAL CHECK OPTION") : "");
        Thing thing = new Thing(sort.words, view.sql(), true, "SELECT", "INSERT", "UPDATE", "DELETE", "TRIGGER");
        if (world.make("view", sql, thing)) {
            world.relations.add(view);
            world.things.add(Thing.part(
                    "COLUMN", view.sql() + "." + dice.pick(view.columns).sql()));
            if (!stored && dice.oneIn(5)) {
                Column column = dice.pick(view.columns);
                world.run(
                        "alter",
                        "ALTER VIEW " + view.sql() + " ALTER " + column.sql() + " SET DEFAULT "
                                + new Values(world).forDefault(column.type()));
            }
        }
    }

    /** A function that returns rows of a relation, or reads it. */
    private static void function(World world) throws SQLException {
        Dice dice = world.dice;
        Relation relation = dice.pick(world.relations);
        String name = world.freshQualified();
        String rows = "RETURNS SETOF " + relation.sql();
        String all = "SELECT * FROM " + relation.sql();
        String sql =
                switch (dice.below(4)) {
                    case 0 -> "() " + rows + " LANGUAGE sql AS " + SqlText.literal(all);
                    case 1 -> "() " + rows + " STABLE BEGIN ATOMIC " + all + "; END";
                    case 2 -> "() RETURNS bigint STABLE RETURN (SELECT count(*) FROM " + relation.sql() + ")";
                    default ->
                        "(r " + relation.sql() + ") RETURNS text LANGUAGE sql STABLE RETURN (SELECT max(q::text) FROM "
                                + relation.sql() + " q WHERE q IS DISTINCT FROM $1)";
                };
        String signature = name + (sql.startsWith("()") ? "()" : "(" + relation.sql() + ")");
        if (world.make("function", "CREATE FUNCTION " + name + sql, new Thing("FUNCTION", signature, true, "EXECUTE"))
                && sql.contains("SETOF")) {
            world.rowFunctions.put(name + "()", relation.columns);
        }
    }

    /** A view reads a function whose body, parsed, comes to read the view. */
    private static void loop(World world) throws SQLException {
        String function = world.freshQualified() + "()";
        String schema = world.schema();
        Relation view = new Relation(
                Relation.Sort.VIEW, schema, world.fresh(schema), List.of(new Column("n", BuiltInTypes.INTEGER)));
        String head = "FUNCTION " + function + " RETURNS integer STABLE ";
        List<String> steps = new ArrayList<>(List.of(
                "CREATE " + head + "LANGUAGE sql AS 'SELECT 1'",
                "CREATE VIEW " + view.sql() + " AS SELECT 1 AS n WHERE " + function + " > 0",
                "CREATE OR REPLACE " + head + "BEGIN ATOMIC SELECT max(n) FROM " + view.sql() + "; END"));
        boolean all = true;
        for (String step : steps) {
            all &= world.run("loop", step);
        }
        if (all) {
            world.relations.add(view);
            world.things.add(new Thing("VIEW", view.sql(), true, "SELECT"));
            world.things.add(new Thing("FUNCTION", function, true, "EXECUTE"));
        }
    }
}
