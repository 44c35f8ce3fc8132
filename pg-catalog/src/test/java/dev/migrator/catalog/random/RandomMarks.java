package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;

/** What ALTER TABLE sets on columns and indexes, and partitioned indexes that are put together one by one, or are left incomplete. */
final class RandomMarks implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (Relation table : world.tables()) {
            if (world.dice.oneIn(4)) {
                column(world, table);
            }
            if (world.dice.oneIn(6) && !table.keys.isEmpty()) {
                index(world, table);
            }
        }
        for (Relation root : world.relations(sort -> sort == Relation.Sort.PARTITIONED)) {
            assembled(world, root);
        }
    }

    private static void column(World world, Relation table) throws SQLException {
        Column column = world.dice.pick(table.columns);
        String what = world.dice.of(
                " SET STATISTICS 42",
                " SET (n_distinct = -0.5)",
                " SET (n_distinct_inherited = 7)",
                column.type().is(Type.Family.TEXT) ? " SET STORAGE MAIN" : " SET STATISTICS 0");
        String only = world.dice.maybe(2, "ONLY ");
        world.run("alter", "ALTER TABLE " + only + table.sql() + " ALTER " + column.sql() + what);
    }

    /** An index of its own that the table is clustered by or replicated with. */
    private static void index(World world, Relation table) throws SQLException {
        String name = SqlText.name(world.fresh(table.schema));
        String columns = RandomConstraints.list(table.keys.get(0));
        if (world.run("index", "CREATE UNIQUE INDEX " + name + " ON " + table.sql() + columns)
                && table.sort != Relation.Sort.PARTITIONED) {
            world.run("alter", "ALTER TABLE " + table.sql() + " CLUSTER ON " + name);
        }
    }

    /** A part for some of the partitions, attached to an index on the root alone. */
    private static void assembled(World world, Relation root) throws SQLException {
        List<Column> sorted = root.columns.stream()
                .filter(column -> column.type().sorts() && !column.computed())
                .toList();
        if (sorted.isEmpty()) {
            return;
        }
        Column column = world.dice.pick(sorted);
        String whole = SqlText.name(world.fresh(root.schema));
        String key = " USING btree (" + column.sql() + world.dice.of("", " DESC") + ")";
        if (!world.run("index", "CREATE INDEX " + whole + " ON ONLY " + root.sql() + key)) {
            return;
        }
        for (Relation partition : root.partitions) {
            String part = SqlText.name(world.fresh(partition.schema));
            if (world.dice.oneIn(2) && world.run("index", "CREATE INDEX " + part + " ON " + partition.sql() + key)) {
                world.run(
                        "attach",
                        "ALTER INDEX " + SqlText.name(root.schema) + "." + whole + " ATTACH PARTITION "
                                + SqlText.name(partition.schema) + "." + part);
            }
        }
    }
}
