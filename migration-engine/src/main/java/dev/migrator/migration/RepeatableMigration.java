package dev.migrator.migration;

import java.nio.file.Path;

/**
 * One file that is run whenever it has changed, after all versioned ones: {@code R__totals.sql}.
 *
 * @param filename as it is tracked, with its directory
 * @param path where it lies on this machine
 * @param checksum as {@link MigrationChecksum} makes it
 */
public record RepeatableMigration(String filename, Path path, String checksum) {}
