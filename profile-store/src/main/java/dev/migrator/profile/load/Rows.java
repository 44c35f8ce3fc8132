package dev.migrator.profile.load;

import dev.migrator.postgres.SqlText;
import dev.migrator.profile.manifest.TableContent;
import java.util.List;
import java.util.stream.Collectors;

/** The COPY statements by which the rows of a table go in and come out again. */
final class Rows {

    private Rows() {}

    /** What messages call the table: {@code table app.orders}. */
    static String subject(TableContent table) {
        return "table " + table.schema() + "." + table.name();
    }

    /** Whether the rows go straight into the table that they came from, and not through the root of its partition tree. */
    static boolean direct(TableContent table) {
        return table.loadInto().equals(SqlText.name(table.schema(), table.name()));
    }

    /** @param freeze only where the table was truncated or created in the same transaction */
    static String in(TableContent table, boolean freeze) {
        return "COPY " + table.loadInto() + list(table.columns()) + " FROM STDIN" + (freeze ? " (FREEZE)" : "");
    }

    /** All rows that lie in what the table's rows were loaded into. */
    static String out(TableContent table) {
        if (direct(table) && table.condition() == null) {
            return "COPY " + table.loadInto() + list(table.columns()) + " TO STDOUT";
        }
        String only = direct(table) ? "ONLY " : "";
        return "COPY (SELECT " + names(table.columns()) + " FROM " + only + table.loadInto() + condition(table)
                + ") TO STDOUT";
    }

    /** Removes those rows of an extension's table that the snapshot holds, and that the extension may have put there again. */
    static String delete(TableContent table) {
        return "DELETE FROM ONLY " + table.loadInto() + condition(table);
    }

    /** COPY knows no empty list; where all columns are generated it leaves them out by itself. */
    private static String list(List<String> columns) {
        return columns.isEmpty() ? "" : " (" + names(columns) + ")";
    }

    private static String condition(TableContent table) {
        return table.condition() == null ? "" : " " + table.condition();
    }

    private static String names(List<String> columns) {
        return columns.stream().map(SqlText::name).collect(Collectors.joining(", "));
    }
}
