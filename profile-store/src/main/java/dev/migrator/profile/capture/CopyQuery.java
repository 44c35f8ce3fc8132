package dev.migrator.profile.capture;

import dev.migrator.catalog.Column;
import dev.migrator.postgres.SqlText;
import java.util.Map;
import java.util.stream.Collectors;

/** The COPY statements that read rows; a masked column is computed by the server, so that its value never leaves the database. */
final class CopyQuery {

    private CopyQuery() {}

    /**
     * Reads a range of a table as text.
     *
     * @param masks the expression in the place of each masked column, by the column's name
     */
    static String of(SourceTable table, PageRange range, Map<String, String> masks) {
        String rows = where(table, range);
        if (rows.isEmpty() && masks.isEmpty()) {
            return "COPY " + table.sqlName() + plainColumns(table) + " TO STDOUT";
        }
        String columns =
                table.copied().stream().map(column -> selected(column, masks)).collect(Collectors.joining(", "));
        return "COPY (SELECT " + columns + " FROM ONLY " + table.sqlName() + rows + ") TO STDOUT";
    }

    /**
     * A mask as a value of the column's type, so that its text is what a target would write. The line end closes a comment that the
     * expression may end with.
     */
    static String masked(Column column, String expression) {
        return "(" + expression + "\n)::" + column.type();
    }

    private static String selected(Column column, Map<String, String> masks) {
        String mask = masks.get(column.name());
        String name = SqlText.name(column.name());
        return mask == null ? name : masked(column, mask) + " AS " + name;
    }

    /** A list of no columns is not SQL; then COPY takes all, of which there are none but generated ones. */
    private static String plainColumns(SourceTable table) {
        return table.copied().isEmpty()
                ? ""
                : table.copied().stream()
                        .map(column -> SqlText.name(column.name()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String where(SourceTable table, PageRange range) {
        if (table.condition() != null) {
            return " " + table.condition();
        }
        return range.condition().isEmpty() ? "" : " WHERE " + range.condition();
    }
}
