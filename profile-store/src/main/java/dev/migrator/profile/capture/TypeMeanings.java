package dev.migrator.profile.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the text of a row depends on beside its table, and what no lock on the table protects: the labels of enums and the attributes of
 * composite types. PostgreSQL writes a value with the labels of now, not with those of the snapshot.
 */
final class TypeMeanings {

    private static final String QUERY = """
            SELECT 'label ' || e.oid, format_type(e.enumtypid, NULL), e.enumlabel::text
            FROM pg_enum e
            UNION ALL
            SELECT 'composite type ' || c.reltype, format_type(c.reltype, NULL),
                   string_agg(concat_ws(' ', a.attnum, a.atttypid, a.atttypmod, a.attisdropped), ',' ORDER BY a.attnum)
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            WHERE c.relkind = 'c'
            GROUP BY c.reltype
            """;

    private record Meaning(String type, String state) {}

    private final Map<String, Meaning> meanings = new HashMap<>();

    private TypeMeanings() {}

    /** As the connection's transaction sees them. */
    static TypeMeanings read(Connection connection) throws SQLException {
        TypeMeanings read = new TypeMeanings();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                read.meanings.put(rows.getString(1), new Meaning(rows.getString(2), rows.getString(3)));
            }
        }
        return read;
    }

    /**
     * The types that mean something else in {@code later}, by name. A type that is gone is none of them: a column of it would have gone
     * too, and its table is locked.
     */
    Set<String> changedIn(TypeMeanings later) {
        Set<String> changed = new TreeSet<>();
        meanings.forEach((key, before) -> {
            Meaning after = later.meanings.get(key);
            if (after != null && !Objects.equals(after.state, before.state)) {
                changed.add(before.type);
            }
        });
        return changed;
    }
}
