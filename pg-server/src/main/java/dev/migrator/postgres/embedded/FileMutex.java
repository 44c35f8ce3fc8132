package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One at a time on this machine, across processes and across threads and class loaders of one process. The operating system gives the
 * lock back when its holder dies, so none is ever left over. The file stays; deleting it would let two in.
 */
final class FileMutex {

    private static final long POLL_MILLIS = 50;

    private FileMutex() {}

    /** What is done while the lock is held. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Waits for as long as somebody else holds the lock of {@code file}, then does the work and gives the lock back. */
    static <T> T holding(Path file, Work<T> work) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!locked(channel)) {
                // One of another process is waited for in the system; one of this process cannot be waited for but by
                // asking again.
                Thread.sleep(POLL_MILLIS);
            }
            return work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + file, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.lock().isValid();
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
