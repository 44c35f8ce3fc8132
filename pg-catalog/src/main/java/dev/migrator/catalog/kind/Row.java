package dev.migrator.catalog.kind;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current row of a catalog query; valid until the next one is read. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /**
     * The text of a column that is never NULL.
     *
     * @throws SQLException where it is NULL all the same
     */
    public String text(String column) throws SQLException {
        String value = optional(column);
        if (value == null) {
            throw new SQLException("column " + column + " of a catalog query is NULL");
        }
        return value;
    }

    public @Nullable String optional(String column) throws SQLException {
        return results.getString(column);
    }

    /** The text, or nothing at all where it is NULL. */
    public String orEmpty(String column) throws SQLException {
        String value = optional(column);
        return value == null ? "" : value;
    }

    /** Also for OIDs; 0 where the column is NULL. */
    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    /** False where the column is NULL. */
    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    /** The first character of a {@code "char"} column; a space where it is empty or NULL. */
    public char letter(String column) throws SQLException {
        String value = orEmpty(column);
        return value.isEmpty() ? ' ' : value.charAt(0);
    }

    /** The elements of a text[]; empty where it is NULL. */
    public List<String> texts(String column) throws SQLException {
        var array = results.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** The elements of an oid[] or bigint[] that the query casts to bigint[]; empty where it is NULL. */
    public List<Long> numbers(String column) throws SQLException {
        var array = results.getArray(column);
        return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
    }
}
