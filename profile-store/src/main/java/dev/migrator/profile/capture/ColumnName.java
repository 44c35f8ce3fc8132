package dev.migrator.profile.capture;

/**
 * A column by name.
 *
 * @param column {@link #ALL} stands for all columns of the table
 */
public record ColumnName(String schema, String table, String column) {

    /** In the place of a column: all of them. */
    public static final String ALL = "*";

    /** Reads like {@code public.customers.email}. */
    @Override
    public String toString() {
        return schema + '.' + table + '.' + column;
    }
}
