package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;

/** What has happened to a schema since it was made: things renamed, moved, retyped, let go and dropped, which leaves traces in the catalogs. */
final class RandomHistory implements RandomKind {

    @Override
    public void add(World world) throws SQLException {
        for (int i = world.dice.below(8); i > 0; i--) {
            Relation relation = world.dice.pick(world.relations);
            switch (world.dice.below(8)) {
                case 0 -> renameColumn(world, relation);
                case 1 -> rename(world, relation);
                case 2 -> move(world, relation);
                case 3 -> addAndDrop(world, relation);
                case 4 -> own(world, relation);
                case 5 -> renameRoutine(world);
                case 6 -> detach(world, relation);
                default -> retype(world, relation);
            }
        }
    }

    private static void renameColumn(World world, Relation relation) throws SQLException {
        if (relation.isPartition || relation.sort == Relation.Sort.HEIR || relation.columns.size() < 2) {
            return;
        }
        Column column = world.dice.pick(relation.columns);
        String name = world.names.fresh("columns of " + relation.sql()) + " renamed";
        String sql = "ALTER " + relation.sort.words + " " + relation.sql() + " RENAME COLUMN " + column.sql() + " TO "
                + SqlText.name(name);
        if (world.run("rename", sql)) {
            world.forget(relation, column);
        }
    }

    private static void rename(World world, Relation relation) throws SQLException {
        String name = world.fresh(relation.schema);
        if (world.run(
                "rename", "ALTER " + relation.sort.words + " " + relation.sql() + " RENAME TO " + SqlText.name(name))) {
            world.forget(relation);
            relation.name = name;
        }
    }

    private static void move(World world, Relation relation) throws SQLException {
        String schema = world.schema();
        if (schema.equals(relation.schema)) {
            return;
        }
        String name = world.fresh(schema);
        if (world.run(
                "rename", "ALTER " + relation.sort.words + " " + relation.sql() + " RENAME TO " + SqlText.name(name))) {
            world.forget(relation);
            relation.name = name;
            if (world.run(
                    "move",
                    "ALTER " + relation.sort.words + " " + relation.sql() + " SET SCHEMA " + SqlText.name(schema))) {
                relation.schema = schema;
            }
        }
    }

    private static void addAndDrop(World world, Relation relation) throws SQLException {
        if (!relation.sort.isTable() || relation.isPartition) {
            return;
        }
        String name = SqlText.name(world.names.fresh("columns of " + relation.sql()) + " added");
        Type type = world.dice.pick(BuiltInTypes.COMMON);
        String table = "ALTER TABLE " + relation.sql();
        if (world.run(
                        "alter",
                        table + " ADD " + name + " " + type.sql()
                                + world.dice.maybe(2, " DEFAULT " + type.sample(world.dice))
                                + world.dice.maybe(3, " CHECK (" + name + " IS NOT NULL)"))
                && world.dice.oneIn(2)) {
            world.run("alter", table + " DROP " + name + " CASCADE");
        }
    }

    /** Two tables may use one sequence, of which only one owns it. */
    private static void own(World world, Relation relation) throws SQLException {
        List<Column> numbers = relation.columns(type -> type.sql().matches("integer|bigint")).stream()
                .filter(column -> !column.computed())
                .toList();
        if (!relation.sort.isTable() || numbers.isEmpty()) {
            return;
        }
        Column column = world.dice.pick(numbers);
        String schema = relation.schema;
        String sequence = SqlText.name(schema, world.fresh(schema));
        String next = " SET DEFAULT nextval(" + SqlText.literal(sequence) + "::regclass)";
        world.run("sequence", "CREATE SEQUENCE " + sequence);
        world.run("alter", "ALTER TABLE " + relation.sql() + " ALTER " + column.sql() + next);
        world.run("owned sequence", "ALTER SEQUENCE " + sequence + " OWNED BY " + relation.sql() + "." + column.sql());
        Relation other = world.dice.pick(world.tables());
        for (Column also : other.columns(type -> type.sql().equals("bigint"))) {
            if (!also.computed()) {
                world.run("alter", "ALTER TABLE " + other.sql() + " ALTER " + also.sql() + next);
            }
        }
    }

    private static void renameRoutine(World world) throws SQLException {
        if (world.routines.isEmpty()) {
            return;
        }
        Routine routine = world.dice.pick(world.routines);
        String name = world.fresh(routine.schema());
        if (world.run("rename", "ALTER FUNCTION " + routine.signature() + " RENAME TO " + SqlText.name(name))) {
            world.routines.remove(routine);
            world.routines.add(new Routine(routine.schema(), name, routine.arguments(), routine.result()));
            world.things.removeIf(thing -> thing.sql().equals(routine.signature()));
        }
    }

    private static void detach(World world, Relation relation) throws SQLException {
        if (relation.partitions.isEmpty()) {
            return;
        }
        Relation partition = world.dice.pick(relation.partitions);
        if (world.run("detach", "ALTER TABLE " + relation.sql() + " DETACH PARTITION " + partition.sql())) {
            relation.partitions.remove(partition);
        }
    }

    private static void retype(World world, Relation relation) throws SQLException {
        List<Column> columns = relation.columns.stream()
                .filter(column -> column.type().sql().matches("integer|varchar") && !column.computed())
                .toList();
        if (relation.sort != Relation.Sort.TABLE || !relation.keys.isEmpty() || columns.isEmpty()) {
            return;
        }
        Column column = world.dice.pick(columns);
        String alter = "ALTER TABLE " + relation.sql() + " ALTER " + column.sql() + " TYPE ";
        String type = column.type().sql().equals("integer")
                ? "bigint"
                : "text COLLATE \"C\" USING " + column.sql() + " || 'x'";
        if (world.run("retype", alter + type)) {
            world.forget(relation, column);
        }
    }
}
