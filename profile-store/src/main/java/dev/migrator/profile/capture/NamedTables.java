package dev.migrator.profile.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The relations that a {@link Masking} names, as the source has them. */
final class NamedTables {

    private static final String QUERY = """
            SELECT n.nspname, c.relname, c.oid, c.relkind IN ('r', 'p'), a.attname, a.attgenerated <> ''
            FROM unnest(?::text[], ?::text[]) AS named (schema, name)
            JOIN pg_namespace n ON n.nspname = named.schema
            JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = named.name
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
            """;

    /**
     * One of them.
     *
     * @param table whether it is a table, not a view or a foreign table
     * @param columns whether each is generated, by name
     */
    record Named(long oid, boolean table, Map<String, Boolean> columns) {}

    private record Name(String schema, String table) {}

    private final Map<Name, Named> found = new HashMap<>();

    private NamedTables() {}

    static NamedTables read(Connection connection, Masking masking) throws SQLException {
        Set<Name> names = Stream.concat(masking.masks().stream().map(MaskedColumn::name), masking.keep().stream())
                .map(column -> new Name(column.schema(), column.table()))
                .collect(Collectors.toSet());
        NamedTables read = new NamedTables();
        try (var statement = connection.prepareStatement(QUERY)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", names.stream().map(Name::schema).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", names.stream().map(Name::table).toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    Name name = new Name(rows.getString(1), rows.getString(2));
                    Named named = read.found.get(name);
                    if (named == null) {
                        named = new Named(rows.getLong(3), rows.getBoolean(4), new LinkedHashMap<>());
                        read.found.put(name, named);
                    }
                    if (rows.getString(5) != null) {
                        named.columns.put(rows.getString(5), rows.getBoolean(6));
                    }
                }
            }
        }
        return read;
    }

    /** The relation that the column is of; null where the source has none of this name. */
    @Nullable
    Named of(ColumnName column) {
        return found.get(new Name(column.schema(), column.table()));
    }

    /** Each column that cannot be decided on as the masking does, with the reason; sorted. */
    List<String> problems(Masking masking) {
        Stream<Optional<String>> ofMasks = masking.masks().stream().map(mask -> maskProblem(mask.name()));
        Stream<Optional<String>> ofKept = masking.keep().stream().map(this::problem);
        return Stream.concat(ofMasks, ofKept).flatMap(Optional::stream).sorted().toList();
    }

    private Optional<String> maskProblem(ColumnName column) {
        Named named = of(column);
        return named != null && named.columns().getOrDefault(column.column(), false)
                ? Optional.of(column + " (PostgreSQL computes it: mask the columns that it is computed from)")
                : problem(column);
    }

    private Optional<String> problem(ColumnName column) {
        Named named = of(column);
        if (named == null) {
            return Optional.of(column + " (there is no such table)");
        }
        if (!named.table()) {
            return Optional.of(column + " (no table: what it shows is decided on the tables below it)");
        }
        boolean all = column.column().equals(ColumnName.ALL);
        return all || named.columns().containsKey(column.column())
                ? Optional.empty()
                : Optional.of(column + " (there is no such column)");
    }
}
