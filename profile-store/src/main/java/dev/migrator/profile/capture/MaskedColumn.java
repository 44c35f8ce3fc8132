package dev.migrator.profile.capture;

/**
 * What stands in the place of a column's values.
 *
 * @param expression SQL over the columns of the same row, without a search path: {@code md5(email) || '@example.org'}
 */
public record MaskedColumn(String schema, String table, String column, String expression) {

    /** The column that is masked. */
    public ColumnName name() {
        return new ColumnName(schema, table, column);
    }
}
