package dev.migrator.catalog.random;

import dev.migrator.postgres.SqlText;

/**
 * A column of a table or view.
 *
 * @param computed whether PostgreSQL computes it, so that it has no default and many constraints are refused
 * @param plain whether name and type say all that a partition has to repeat
 */
record Column(String name, Type type, boolean computed, boolean plain) {

    Column(String name, Type type) {
        this(name, type, false, true);
    }

    String sql() {
        return SqlText.name(name);
    }
}
