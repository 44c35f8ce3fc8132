package dev.migrator.profile.disk;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Every lasting change to the file system that others can see passes here: a file is there whole or not at all. A test wraps it to stop
 * the process before or after each of them.
 *
 * <p>Implementations have no state and are safe for use by several threads.
 */
public interface Disk {

    /** Puts a file in place of what is there, by a temporary file beside it that is forced to the device and then renamed. */
    void replace(Path file, byte[] content) throws IOException;

    /** Renames a file or folder in one step; what is at {@code to} must be absent or a file. */
    void move(Path from, Path to) throws IOException;

    /** Removes a file or a folder with all in it; links are removed, never followed. Absent is no error. */
    void delete(Path tree) throws IOException;

    /** The machine's own file system. */
    static Disk local() {
        return new LocalDisk();
    }
}
