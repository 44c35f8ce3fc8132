package dev.migrator.profile;

import dev.migrator.error.MigratorException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A profile's {@code snapshot.json} is missing, or it is not what migrator wrote. */
public final class RefException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private RefException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }

    static RefException absent(Path file) {
        return new RefException(
                "the profile has no snapshot yet",
                file.toString(),
                "Run migrator:upload, or migrator:use to point at a snapshot that is in the store",
                null);
    }

    static RefException malformed(Path file, String why, @Nullable Throwable cause) {
        return new RefException(
                "the ref cannot be read: " + why,
                file.toString(),
                "Bring back the committed file (git checkout HEAD -- " + file + "), or run migrator:use",
                cause);
    }

    static RefException unreadable(Path file, Throwable cause) {
        return new RefException(
                "the ref cannot be read", file.toString(), "Give the user who runs this the right to read it", cause);
    }

    static RefException altered(String field, SnapshotId snapshot) {
        return new RefException(
                "the ref says something else than its snapshot about " + field,
                snapshot.abbreviated(),
                "It was edited by hand: bring back the committed snapshot.json, or run migrator:use",
                null);
    }
}
