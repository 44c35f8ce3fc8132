package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Foreign tables with a wrapper and a server of their own. */
final class RandomForeignTables implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        if (world.dice.oneIn(3)) {
            foreign(world);
        }
    }

    private static void foreign(World world) throws SQLException {
        String wrapper = SqlText.name(world.names.fresh("wrappers"));
        String server = SqlText.name(world.names.fresh("servers"));
        boolean there = world.make(
                        "foreign data",
                        "CREATE FOREIGN DATA WRAPPER " + wrapper + world.dice.maybe(2, " OPTIONS (\"Debug\" 'it''s')"),
                        new Thing("FOREIGN DATA WRAPPER", wrapper, true, "USAGE"))
                && world.make(
                        "foreign data",
                        "CREATE SERVER " + server + world.dice.maybe(2, " TYPE 'x' VERSION '1'")
                                + " FOREIGN DATA WRAPPER " + wrapper,
                        new Thing("SERVER", server, true, "USAGE"));
        if (there) {
            String schema = world.schema();
            Relation table = new Relation(Relation.Sort.FOREIGN, schema, world.fresh(schema), world.columns(4));
            List<String> lines = new ArrayList<>();
            table.columns.replaceAll(column -> {
                lines.add(column.sql() + " " + column.type().sql()
                        + world.dice.maybe(3, " OPTIONS (\"remote name\" 'x')")
                        + world.dice.maybe(3, " DEFAULT " + column.type().sample(world.dice)));
                return column;
            });
            RandomTables.create(
                    world,
                    table,
                    "CREATE FOREIGN TABLE " + table.sql() + " (" + String.join(", ", lines) + ") SERVER " + server
                            + world.dice.maybe(2, " OPTIONS (a '1')"));
            world.run(
                    "foreign data",
                    "CREATE USER MAPPING FOR " + SqlText.name(world.dice.pick(RandomRoles.ALL)) + " SERVER " + server
                            + world.dice.maybe(2, " OPTIONS (\"user\" 'x')"));
        }
    }
}
