package dev.migrator.catalog.random;

import java.util.List;

/**
 * A SELECT and the columns that it yields, named anew.
 *
 * @param writable whether a view of it can be written to as if it were the table
 */
record Query(String sql, List<Column> columns, boolean writable) {}
