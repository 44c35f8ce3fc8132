package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where binaries and data lie when they belong to another account: root's own cache is in a directory that nobody else can pass
 * through.
 */
final class ReachableCache {

    /** Directories for what can be made anew; the first belongs to root, in the second anybody may have been before us. */
    private static final List<Path> SHARED = List.of(Path.of("/var/cache/migrator"), Path.of("/var/tmp/migrator-root"));

    private ReachableCache() {}

    /** {@code cache} where the account can get there, else a directory of its own in a place that all can pass through. */
    static Path of(Path cache, ServerAccount account) throws IOException {
        if (account.owner() == null) {
            return cache;
        }
        Files.createDirectories(cache);
        if (account.reaches(cache)) {
            return cache;
        }
        for (Path shared : SHARED) {
            if (usable(shared) && account.reaches(shared)) {
                return shared.resolve(Digests.shortSha256(cache.toString()));
            }
        }
        throw new EmbeddedServerException(
                "the account that PostgreSQL runs as cannot reach the cache",
                account.owner() + " in " + cache,
                "Set migrator.cacheDirectory to a directory that every user can pass through, such as one below /var/cache");
    }

    /** Whether it is there or can be made, belongs to us, and nobody else may put anything into it. */
    private static boolean usable(Path directory) {
        try {
            if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(directory);
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            PosixFileAttributes attributes =
                    Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory()
                    && attributes.owner().getName().equals(System.getProperty("user.name"))
                    && !attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                    && !attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            return false;
        }
    }
}
