package dev.migrator.migration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file that changes a database once.
 *
 * @param filename as it is tracked, with its directory: {@code common/003_attachment.sql}
 * @param path where it lies on this machine
 * @param checksum as {@link MigrationChecksum} makes it
 * @param rollback the file beside it that says how to take it back; null where there is none, and perhaps a section in it
 */
public record Migration(
        MigrationVersion version,
        String filename,
        Path path,
        String checksum,
        @Nullable Path rollback) {}
