package dev.migrator.catalog.random;

import java.util.List;

/** One column's line in CREATE TABLE. */
final class ColumnLine {

    private ColumnLine() {}

    /** Adds the line of CREATE TABLE for the column, and gives the column as it will be. */
    static Column add(World world, Relation table, Column column, List<String> lines) {
        Dice dice = world.dice;
        Type type = column.type();
        StringBuilder line = new StringBuilder(column.sql() + " " + type.sql());
        if (world.atLeast(16) && type.is(Type.Family.TEXT)) {
            line.append(dice.maybe(6, " STORAGE EXTERNAL"));
        }
        if (type.equals(BuiltInTypes.TEXTUAL)) {
            line.append(dice.maybe(6, " COMPRESSION pglz"));
        }
        if (type.is(Type.Family.TEXT)) {
            line.append(dice.maybe(5, " COLLATE " + dice.of("\"C\"", "\"POSIX\"", "\"ucs_basic\"")));
        }
        boolean computed = false;
        if (table.sort == Relation.Sort.TABLE && !lines.isEmpty() && dice.oneIn(6)) {
            line.append(generated(world, table, column, lines.size()));
            computed = true;
        } else if (type.is(Type.Family.NUMBER) && type.sql().matches("integer|bigint|smallint") && dice.oneIn(4)) {
            line.append(identity(dice));
            computed = true;
        } else {
            line.append(dice.maybe(4, " DEFAULT " + new Values(world).forDefault(type)));
        }
        line.append(notNull(world, table));
        lines.add(line.toString());
        boolean plain = !computed && !line.toString().matches("(?s).*(NOT NULL|COLLATE|DEFAULT).*");
        return new Column(column.name(), type, computed, plain);
    }

    private static String generated(World world, Relation table, Column column, int before) {
        Dice dice = world.dice;
        List<Column> sources = table.columns.subList(0, before).stream()
                .filter(source -> !source.computed())
                .toList();
        String expression = column.type().sample(dice);
        if (!sources.isEmpty() && column.type().is(Type.Family.BOOLEAN)) {
            expression = new Conditions(world).over(sources, "");
        } else if (!sources.isEmpty()) {
            expression = "CASE WHEN " + new Conditions(world).over(sources, "") + " THEN " + expression + " END";
        }
        boolean virtual = world.atLeast(18) && BuiltInTypes.COMMON.contains(column.type()) && dice.oneIn(2);
        return " GENERATED ALWAYS AS (" + expression + ") " + (virtual ? "VIRTUAL" : "STORED");
    }

    private static String identity(Dice dice) {
        return " GENERATED " + dice.of("ALWAYS", "BY DEFAULT") + " AS IDENTITY"
                + dice.maybe(3, " (START 100 INCREMENT 5 MAXVALUE 30000 CACHE 2 CYCLE)");
    }

    private static String notNull(World world, Relation table) {
        Dice dice = world.dice;
        if (!dice.oneIn(4)) {
            return "";
        }
        String name = world.atLeast(18) ? dice.maybe(2, " CONSTRAINT " + world.part(table)) : "";
        boolean alone = world.atLeast(18) && table.sort == Relation.Sort.TABLE && dice.oneIn(4);
        return name + " NOT NULL" + (alone ? " NO INHERIT" : "");
    }
}
