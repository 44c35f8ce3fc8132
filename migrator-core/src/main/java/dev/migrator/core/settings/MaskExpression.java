package dev.migrator.core.settings;

/** The SQL expression that is read in place of a column. */
public record MaskExpression(ColumnName column, String expression) {}
