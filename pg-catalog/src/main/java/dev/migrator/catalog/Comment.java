package dev.migrator.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What {@code COMMENT ON} has set.
 *
 * @param column the column of the object that it is about; null for the object itself
 */
public record Comment(@Nullable String column, String text) {}
