package dev.migrator.core.settings;

/** A column of a table. */
public record ColumnName(String schema, String table, String column) {

    @Override
    public String toString() {
        return schema + "." + table + "." + column;
    }
}
