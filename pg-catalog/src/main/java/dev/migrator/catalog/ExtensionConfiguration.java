package dev.migrator.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Rows of a table or values of a sequence that an extension owns but a user has filled, so that they are data to be carried
 * ({@code pg_extension_config_dump}).
 *
 * @param relation the table or sequence
 * @param condition the {@code WHERE …} clause that tells the user's rows from the extension's; null for all
 */
public record ExtensionConfiguration(
        String extension, ObjectId relation, @Nullable String condition) {}
