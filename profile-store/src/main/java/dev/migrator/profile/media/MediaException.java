package dev.migrator.profile.media;

import dev.migrator.error.MigratorException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A media folder cannot be written, or must not be. */
public final class MediaException extends MigratorException {

    private static final long serialVersionUID = 1L;

    public MediaException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }

    /** The same, told to whom the database is new already. */
    MediaException afterSwap() {
        return new MediaException(
                "the database is restored, but its media are not: " + problem(),
                subject(),
                fix() + "; the files are staged, and the next run puts them in place",
                this);
    }

    static MediaException foreign(Path place) {
        return new MediaException(
                "the media folder was not put there by migrator and is not empty",
                place.toString(),
                "Move it away, or give another path for these files",
                null);
    }

    static MediaException noFolder(Path place) {
        return new MediaException(
                "the media folder is a file",
                place.toString(),
                "Move it away, or give another path for these files",
                null);
    }

    static MediaException mountPoint(Path place) {
        return new MediaException(
                "the media folder is a mount point and cannot be replaced by a rename",
                place.toString(),
                "Give a folder inside of it",
                null);
    }

    static MediaException ofAnother(Path place, String target) {
        return new MediaException(
                "the media folder is being replaced by the restore of another target",
                place + ", target " + target,
                "Give each target folders of its own, or let that restore run once more",
                null);
    }

    static MediaException unsafe(String path) {
        return new MediaException(
                "the snapshot holds a media path that leads out of its folder",
                '\'' + path + '\'',
                "Do not trust this snapshot: find out who wrote it, and upload anew",
                null);
    }

    static MediaException unspelled(String path, InvalidPathException cause) {
        return new MediaException(
                "a file's name is no name in this JVM's encoding (" + System.getProperty("sun.jnu.encoding") + ")",
                '\'' + path + '\'',
                "Run with the environment variable LC_ALL=C.UTF-8",
                cause);
    }

    static MediaException differs(String path, String how) {
        return new MediaException(
                "a media file does not read back as it was written",
                path + " (" + how + ")",
                "Check the disk and the file system, then run again",
                null);
    }

    static MediaException failed(Path place, IOException cause) {
        String reason = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
        boolean full = reason != null && reason.contains("No space left");
        return full
                ? new MediaException("the disk is full", place.toString(), "Make room, then run again", cause)
                : new MediaException(
                        "the media folder cannot be written",
                        place.toString(),
                        "Check who may write to the folder that it lies in",
                        cause);
    }
}
