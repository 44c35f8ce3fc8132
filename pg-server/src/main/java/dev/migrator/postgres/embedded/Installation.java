package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * PostgreSQL's programs of one release, unpacked once for all projects of this user.
 *
 * @param directory holds {@code bin}, {@code lib}, {@code share}
 */
record Installation(Path directory, String version) {

    /** Unpacks the release below {@code cache} unless it is there. Several processes may do so at once. */
    static Installation of(Path cache, PostgresBinaries binaries, Platform platform, String version) {
        Path all = cache.resolve("postgres");
        Path directory = all.resolve(version + "-" + platform);
        try {
            if (!Files.isDirectory(directory)) {
                FileMutex.holding(all.resolve("lock"), () -> {
                    if (!Files.isDirectory(directory)) {
                        unpack(new Archive(binaries.jar(platform.classifier(), version)), directory);
                    }
                    return directory;
                });
            }
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "cannot unpack PostgreSQL's binaries",
                    directory.toString(),
                    "Make room in that directory, or set migrator.cacheDirectory to one that can be written",
                    e);
        }
        return new Installation(directory, version);
    }

    /** A crash leaves the temporary directory, never half an installation; whoever has the lock next removes it. */
    private static void unpack(Archive archive, Path directory) throws IOException {
        Path unpacking = directory.resolveSibling("unpacking");
        PrivateFiles.deleteTree(unpacking);
        try {
            archive.unpackInto(
                    Files.createDirectories(unpacking).toAbsolutePath().normalize());
            Files.move(unpacking, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            PrivateFiles.deleteTree(unpacking);
            throw e;
        }
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** A program of it: {@code initdb}, {@code pg_ctl}, {@code postgres}. */
    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }
}
