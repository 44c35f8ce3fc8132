package dev.migrator.profile.store;

import dev.migrator.error.MigratorException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What can go wrong with an object store. */
public abstract sealed class StoreException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private StoreException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }

    /** For a connection that ended while an object was being read. */
    static Unreachable brokenOff(String where, IOException cause) {
        return new Unreachable(
                "the store stopped answering in the middle of an object",
                where,
                "Try again; if it stays like this, look at the network between here and the store",
                cause);
    }

    /** The thread that waited for the store was interrupted. */
    public static final class Stopped extends StoreException {
        private static final long serialVersionUID = 1L;

        Stopped(String where) {
            super("stopped while reading from the store", where, "Run it again", null);
        }
    }

    /** An object that should be there is not. */
    public static sealed class Missing extends StoreException {
        private static final long serialVersionUID = 1L;

        public Missing(String problem, String subject, String fix, @Nullable Throwable cause) {
            super(problem, subject, fix, cause);
        }
    }

    /** Nothing at all is there: the store is made by the first upload, or the disk that holds it is not mounted. */
    public static final class NothingThere extends Missing {
        private static final long serialVersionUID = 1L;

        NothingThere(String where, Throwable cause) {
            super(
                    "the store's folder does not exist",
                    where,
                    "Mount the disk that it lies on, or set migrator.store to where the snapshot was uploaded to",
                    cause);
        }
    }

    /** Nobody answers, or the bucket or folder does not exist. */
    public static final class Unreachable extends StoreException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String problem, String subject, String fix, @Nullable Throwable cause) {
            super(problem, subject, fix, cause);
        }
    }

    /** The store knows us not, or does not let us do this. */
    public static final class Denied extends StoreException {
        private static final long serialVersionUID = 1L;

        public Denied(String problem, String subject, String fix, @Nullable Throwable cause) {
            super(problem, subject, fix, cause);
        }
    }

    /** Bytes are not what their hash or the format says. */
    public static final class Corrupt extends StoreException {
        private static final long serialVersionUID = 1L;

        public Corrupt(String problem, String subject, String fix, @Nullable Throwable cause) {
            super(problem, subject, fix, cause);
        }
    }

    /** The store or a file of it was written by a newer migrator. */
    public static final class TooNew extends StoreException {
        private static final long serialVersionUID = 1L;

        public TooNew(String problem, String subject, String fix) {
            super(problem, subject, fix, null);
        }
    }
}
