package dev.migrator.migration;

import java.nio.file.Path;

/**
 * One file that changes a database.
 *
 * @param filename as it is tracked, with its directory: {@code common/003_attachment.sql}
 * @param path where it lies on this machine
 * @param checksum as {@link MigrationChecksum} makes it
 */
public record Migration(MigrationVersion version, String filename, Path path, String checksum) {}
