package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a random schema is made of so far, and the door to the server through which more comes. */
final class World {

    final Dice dice;
    final Names names;
    final int major;
    final List<String> schemas = new ArrayList<>();
    final List<Type> types = new ArrayList<>();
    final List<Relation> relations = new ArrayList<>();
    final List<Routine> routines = new ArrayList<>();
    final List<String> sequences = new ArrayList<>();
    /** For integers in a B-tree. */
    final List<String> operatorClasses = new ArrayList<>();

    final List<Thing> things = new ArrayList<>();
    /** Calls that yield rows, with the columns of those. */
    final Map<String, List<Column>> rowFunctions = new LinkedHashMap<>();

    private final Server server;

    /** Runs a statement of a kind and tells whether the server has accepted it. */
    interface Server {
        boolean run(String kind, String sql) throws SQLException;
    }

    World(long seed, int major, Server server) {
        this.dice = new Dice(seed);
        this.names = new Names(dice);
        this.major = major;
        this.server = server;
    }

    boolean run(String kind, String sql) throws SQLException {
        return server.run(kind, sql);
    }

    /** Runs what makes something that can have an owner, privileges or a comment. */
    boolean make(String kind, String sql, Thing thing) throws SQLException {
        boolean made = run(kind, sql);
        if (made) {
            things.add(thing);
        }
        return made;
    }

    boolean atLeast(int needed) {
        return major >= needed;
    }

    String schema() {
        return dice.pick(schemas);
    }

    /** A new name in a schema. */
    String fresh(String schema) {
        return names.fresh(schema);
    }

    /** A new qualified name, quoted, in any schema. */
    String freshQualified() {
        String schema = schema();
        return SqlText.name(schema, fresh(schema));
    }

    /** A new name among the parts of a relation, quoted. */
    String part(Relation relation) {
        return SqlText.name(names.fresh("part of " + relation.sql()));
    }

    /** Any type, the common ones the most frequent. */
    Type type() {
        return switch (dice.below(6)) {
            case 0, 1, 2 -> dice.pick(BuiltInTypes.COMMON);
            case 3 -> dice.pick(BuiltInTypes.OTHERS);
            default -> types.isEmpty() ? dice.pick(BuiltInTypes.OTHERS) : dice.pick(types);
        };
    }

    /** Columns with names of their own, sometimes those of other tables. */
    List<Column> columns(int most) {
        String place = "columns " + relations.size() + " " + dice.below(Integer.MAX_VALUE);
        List<Column> columns = new ArrayList<>();
        for (int i = dice.between(1, most); i > 0; i--) {
            columns.add(new Column(names.fresh(place), type()));
        }
        return columns;
    }

    List<Relation> relations(java.util.function.Predicate<Relation.Sort> question) {
        return relations.stream()
                .filter(relation -> question.test(relation.sort))
                .toList();
    }

    List<Relation> tables() {
        return relations(Relation.Sort::isTable);
    }

    /** Functions that take one argument of this type. */
    List<Routine> routinesOf(Type argument) {
        return routines.stream()
                .filter(routine -> routine.arguments().equals(List.of(argument)))
                .toList();
    }

    /** After it was renamed or moved: what was said of it by name. */
    void forget(Relation relation) {
        things.removeIf(thing -> thing.sql().contains(relation.sql()));
        rowFunctions.values().removeIf(columns -> columns == relation.columns);
    }

    /** After the column was renamed: the names that are not known any more. */
    void forget(Relation relation, Column column) {
        forget(relation);
        relation.columns.remove(column);
        relation.keys.removeIf(key -> key.contains(column));
    }
}
