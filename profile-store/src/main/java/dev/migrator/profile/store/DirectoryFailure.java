package dev.migrator.profile.store;

import dev.migrator.error.MigratorException;
import dev.migrator.profile.disk.DiskException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a file system says, in the words of a store. */
final class DirectoryFailure {

    private DirectoryFailure() {}

    /** @param doing {@code read}, {@code write}, {@code list} or {@code delete} */
    static MigratorException of(Path root, String doing, String key, IOException e) {
        String object = "file:" + root + "/" + key;
        if (DiskException.isFull(e)) {
            return DiskException.writing(root, "set migrator.store to a larger disk", e);
        }
        if (e instanceof NotDirectoryException || (Files.exists(root) && !Files.isDirectory(root))) {
            return new StoreException.Unreachable(
                    "the store is not a folder",
                    "file:" + root,
                    "Set migrator.store to a folder; the first upload makes one that does not exist",
                    e);
        }
        if (e instanceof AccessDeniedException) {
            return new StoreException.Denied(
                    "no right to " + doing + " in the store",
                    object,
                    "Give the user who runs this the right to " + doing + " below " + root,
                    e);
        }
        return new StoreException.Unreachable(
                "cannot " + doing + " in the store (" + reason(e) + ")",
                object,
                "Look at the folder and its file system, or set migrator.store to another place",
                e);
    }

    private static String reason(IOException e) {
        @Nullable String reason = e instanceof FileSystemException f ? f.getReason() : null;
        return reason == null ? e.getClass().getSimpleName().replace("Exception", "") : reason;
    }
}
