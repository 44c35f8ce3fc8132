package dev.migrator.catalog.random;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.List;

/** Tables of a composite type. */
final class RandomTypedTables implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        if (world.dice.oneIn(3)) {
            typed(world);
        }
    }

    private static void typed(World world) throws SQLException {
        List<Column> columns = world.columns(4);
        String type = world.freshQualified();
        String attributes = columns.stream()
                .map(column -> column.sql() + " " + column.type().sql())
                .collect(joining(", "));
        if (world.make(
                "type", "CREATE TYPE " + type + " AS (" + attributes + ")", new Thing("TYPE", type, true, "USAGE"))) {
            String schema = world.schema();
            Relation table = new Relation(Relation.Sort.TABLE, schema, world.fresh(schema), columns);
            String line = world.dice.maybe(
                    2,
                    " (" + columns.get(0).sql() + " WITH OPTIONS NOT NULL DEFAULT "
                            + new Values(world).forDefault(columns.get(0).type()) + ")");
            RandomTables.create(world, table, "CREATE TABLE " + table.sql() + " OF " + type + line);
        }
    }
}
