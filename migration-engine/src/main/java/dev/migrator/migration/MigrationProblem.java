package dev.migrator.migration;

import java.io.IOException;

/**
 * One reason why migrations are not replayed, found before anything has run.
 *
 * @param subject the file or directory, as the user knows it
 * @param problem one clause without a full stop
 * @param fix an imperative sentence without a full stop
 */
public record MigrationProblem(Kind kind, String subject, String problem, String fix) {

    /** What sort of problem it is. */
    public enum Kind {
        /** The migrations directory, or {@code common} in it, is not there. */
        MISSING_DIRECTORY,
        /** A file's name is not {@code NNN_descriptive_name.sql}. */
        BAD_NAME,
        /** Two files have one version. */
        DUPLICATE_VERSION,
        /** A file holds no statement. */
        EMPTY,
        /** A file is not UTF-8, or cannot be read at all. */
        UNREADABLE,
        /** A file holds a statement that a migration may not hold. */
        REFUSED_STATEMENT,
        /** A migration is to be taken back and does not say how. */
        NO_ROLLBACK,
        /** A file has changed since it was applied. */
        CHANGED,
        /** A file is gone that was applied. */
        MISSING,
        /** A file that was not applied has a lower version than one that was. */
        OUT_OF_ORDER,
        /** The database has a newer migration than there are files. */
        FUTURE,
        /** The version that was named as the last one is no file's. */
        NO_SUCH_VERSION,
        /** A number between two of one directory occurs nowhere. */
        GAP,
        /** A version was applied under another name and with another content. */
        VERSION_TAKEN
    }

    static MigrationProblem unreadable(String filename, IOException e) {
        return new MigrationProblem(
                Kind.UNREADABLE,
                filename,
                "migration cannot be read (" + e.getClass().getSimpleName() + ")",
                "Give the user that runs the build the right to read it");
    }
}
