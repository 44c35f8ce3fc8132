package dev.migrator.catalog.random;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys of several columns, to the own table, in circles, to and from partitioned tables. Before 18 one to a partitioned table is the
 * only one: PostgreSQL chooses names for what it is made of, which then may be those that others have, so that pg_dump cannot make them.
 */
final class RandomForeignKeys implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        List<Relation> parents =
                world.tables().stream().filter(table -> !table.keys.isEmpty()).toList();
        if (parents.isEmpty()) {
            return;
        }
        int most = world.dice.below(8);
        for (int i = 0; i < most; i++) {
            Relation parent = world.dice.pick(parents);
            boolean alone = parent.sort == Relation.Sort.PARTITIONED && !world.atLeast(18);
            if (!alone || i == 0) {
                Relation child = world.dice.oneIn(4) ? parent : world.dice.pick(world.tables());
                reference(world, parent, world.dice.pick(parent.keys), child);
            }
            if (alone && i == 0) {
                return;
            }
        }
    }

    private static void reference(World world, Relation parent, List<Column> key, Relation child) throws SQLException {
        Dice dice = world.dice;
        List<Column> columns = new ArrayList<>();
        for (Column column : key) {
            child.columns.stream()
                    .filter(candidate -> candidate.type().equals(column.type())
                            && !columns.contains(candidate)
                            && !candidate.computed())
                    .findFirst()
                    .ifPresent(columns::add);
        }
        if (columns.size() < key.size()) {
            columns.clear();
            for (Column column : key) {
                Column added = new Column(world.names.fresh("columns of " + child.sql()) + " ref", column.type());
                if (child.isPartition
                        || !world.run(
                                "alter",
                                "ALTER TABLE " + child.sql() + " ADD " + added.sql() + " "
                                        + added.type().sql())) {
                    return;
                }
                child.columns.add(added);
                columns.add(added);
            }
        }
        boolean partitioned = child.sort == Relation.Sort.PARTITIONED && !world.atLeast(18);
        String enforced = world.atLeast(18) ? dice.maybe(6, " NOT ENFORCED") : "";
        String nulled = world.atLeast(15) ? dice.maybe(3, RandomConstraints.list(dice.some(columns, 2))) : "";
        world.run(
                "foreign key",
                "ALTER TABLE " + child.sql() + " ADD " + RandomConstraints.name(world, child) + "FOREIGN KEY"
                        + RandomConstraints.list(columns)
                        + " REFERENCES " + parent.sql() + RandomConstraints.list(key)
                        + dice.maybe(4, " MATCH FULL")
                        + dice.of(
                                "",
                                "",
                                " ON DELETE CASCADE",
                                " ON DELETE SET NULL" + nulled,
                                " ON DELETE SET DEFAULT",
                                " ON DELETE RESTRICT")
                        + dice.of("", "", " ON UPDATE CASCADE", " ON UPDATE SET NULL", " ON UPDATE RESTRICT")
                        + dice.of("", "", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED", " NOT DEFERRABLE")
                        + (partitioned ? "" : enforced.isEmpty() ? dice.maybe(5, " NOT VALID") : enforced));
    }
}
