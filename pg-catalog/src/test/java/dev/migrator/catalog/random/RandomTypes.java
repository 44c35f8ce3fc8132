package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;

/** Enums, composite types of anything, domains over domains over arrays, ranges with functions of their own. */
final class RandomTypes implements RandomKind {

    private int domains;

    @Override
    public void add(World world) throws SQLException {
        for (int i = world.dice.between(1, 6); i > 0; i--) {
            String schema = world.schema();
            String name = SqlText.name(schema, world.fresh(schema));
            switch (world.dice.below(6)) {
                case 0, 1 -> enumeration(world, name);
                case 2 -> composite(world, name);
                case 3 -> range(world, schema, name);
                default -> domain(world, name);
            }
        }
    }

    private static void enumeration(World world, String name) throws SQLException {
        List<String> labels =
                world.dice.some(List.of("new", "it's", "done", "größe", "a\"b", "", "back\\slash", "100%"), 5);
        String all = labels.stream().map(SqlText::literal).collect(joining(", "));
        made(world, name, "CREATE TYPE " + name + " AS ENUM (" + all + ")", Type.Family.SORTED, labels.get(0));
        if (world.dice.oneIn(3)) {
            world.run("type", "ALTER TYPE " + name + " ADD VALUE 'between' BEFORE " + SqlText.literal(labels.get(0)));
        }
    }

    private static void composite(World world, String name) throws SQLException {
        List<Column> attributes = world.columns(4);
        String all = attributes.stream()
                .map(attribute -> attribute.sql() + " " + attribute.type().sql()
                        + (attribute.type().is(Type.Family.TEXT) ? world.dice.maybe(4, " COLLATE \"C\"") : ""))
                .collect(joining(", "));
        made(
                world,
                name,
                "CREATE TYPE " + name + " AS (" + all + ")",
                Type.Family.COMPOSITE,
                "(" + ",".repeat(attributes.size() - 1) + ")");
        if (attributes.size() > 1 && world.dice.oneIn(3)) {
            world.run("type", "ALTER TYPE " + name + " ADD ATTRIBUTE added int");
            world.run("type", "ALTER TYPE " + name + " DROP ATTRIBUTE added");
        }
    }

    /** The multirange lies beside it: PostgreSQL looks for a free name of its array there and nowhere else. */
    private static void range(World world, String schema, String name) throws SQLException {
        String subtype = world.dice.of("integer", "text", "numeric", "timestamp", "date");
        String more =
                switch (subtype) {
                    case "text" -> world.dice.maybe(2, ", COLLATION = \"C\"");
                    case "timestamp" -> "";
                    default -> "";
                };
        if (subtype.equals("integer") && world.dice.oneIn(2)) {
            String difference = world.freshQualified();
            if (world.make(
                    "function",
                    "CREATE FUNCTION " + difference
                            + "(integer, integer) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT ($1 - $2)::float8'",
                    new Thing("FUNCTION", difference + "(integer, integer)", true, "EXECUTE"))) {
                more += ", SUBTYPE_DIFF = " + difference;
            }
        }
        if (world.dice.oneIn(3)) {
            more += ", MULTIRANGE_TYPE_NAME = " + SqlText.name(schema, world.fresh(schema));
        }
        made(
                world,
                name,
                "CREATE TYPE " + name + " AS RANGE (SUBTYPE = " + subtype + more + ")",
                Type.Family.RANGE,
                "empty");
    }

    private void domain(World world, String name) throws SQLException {
        Type base = world.type();
        Conditions conditions = new Conditions(world);
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + name + " AS " + base.sql());
        if (base.is(Type.Family.TEXT)) {
            sql.append(world.dice.maybe(4, " COLLATE \"C\""));
        }
        sql.append(world.dice.maybe(4, " DEFAULT " + new Values(world).forDefault(base)));
        for (int i = world.dice.below(3); i > 0; i--) {
            sql.append(world.dice.maybe(2, " CONSTRAINT " + SqlText.name(world.names.fresh("domain " + name))));
            Column value = new Column("VALUE", base);
            sql.append(" CHECK (" + conditions.over(List.of(value), "").replace(value.sql(), "VALUE")
                    + " OR VALUE IS NULL OR true)");
        }
        if (made(world, name, sql.toString(), base.family(), base.samples().get(0)) && world.dice.oneIn(3)) {
            String later = "later " + ++domains;
            world.run(
                    "type",
                    "ALTER DOMAIN " + name + " ADD CONSTRAINT " + SqlText.name(later)
                            + " CHECK (VALUE IS NOT NULL OR true) NOT VALID");
            world.things.add(Thing.part("CONSTRAINT", SqlText.name(later) + " ON DOMAIN " + name));
        }
    }

    private static boolean made(World world, String name, String sql, Type.Family family, String sample)
            throws SQLException {
        boolean domain = sql.startsWith("CREATE DOMAIN");
        boolean made = world.make("type", sql, new Thing(domain ? "DOMAIN" : "TYPE", name, true, "USAGE"));
        if (made) {
            world.types.add(new Type(name, family, sample));
            if (world.dice.oneIn(4)) {
                world.types.add(new Type(name + "[]", Type.Family.OPAQUE, "{}"));
            }
        }
        return made;
    }
}
