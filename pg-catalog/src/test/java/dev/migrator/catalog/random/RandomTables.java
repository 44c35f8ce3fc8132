package dev.migrator.catalog.random;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tables with columns of any type that anything can be said of. */
final class RandomTables implements RandomKind {

    static final String[] PRIVILEGES = {"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"};

    @Override
    public void add(World world) throws SQLException {
        for (int i = world.dice.between(1, 6); i > 0; i--) {
            String schema = world.schema();
            Relation table = new Relation(Relation.Sort.TABLE, schema, world.fresh(schema), world.columns(7));
            List<String> lines = new ArrayList<>();
            table.columns.replaceAll(column -> ColumnLine.add(world, table, column, lines));
            table.isLogged = !world.dice.oneIn(8);
            create(
                    world,
                    table,
                    (table.isLogged ? "CREATE TABLE " : "CREATE UNLOGGED TABLE ") + table.sql() + " ("
                            + String.join(", ", lines) + ")" + options(world));
        }
    }

    static boolean create(World world, Relation table, String sql) throws SQLException {
        boolean made = world.make("table", sql, new Thing(table.sort.words, table.sql(), true, PRIVILEGES));
        if (made) {
            world.relations.add(table);
            for (Column column : table.columns) {
                world.things.add(Thing.part("COLUMN", table.sql() + "." + column.sql()));
            }
        }
        return made;
    }

    private static String options(World world) {
        return world.dice.oneIn(5)
                ? " WITH ("
                        + world.dice.of(
                                "fillfactor = 70",
                                "autovacuum_enabled = off, toast.autovacuum_enabled = off",
                                "parallel_workers = 3")
                        + ")"
                : "";
    }
}
