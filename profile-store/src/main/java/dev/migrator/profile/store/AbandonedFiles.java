package dev.migrator.profile.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Files in a folder for work that nobody has written to for a day: a process that was killed has left them. */
final class AbandonedFiles {

    private static final Duration AGE = Duration.ofDays(1);

    private AbandonedFiles() {}

    /** Removes them; a folder that is not there holds none. Others may do the same at the same time. */
    static void sweep(Path folder) throws IOException {
        Instant limit = Instant.now().minus(AGE);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isOlder(file, limit)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // Nothing has been written there yet.
        }
    }

    private static boolean isOlder(Path file, Instant limit) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
