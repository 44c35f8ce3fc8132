package dev.migrator.migration.internal.script;

import java.sql.SQLException;

/** How far a script has come whose statements are committed one by one; kept where a crash cannot reach it. */
public interface Progress {

    /** So many statements are in the database, from the first on. */
    long done();

    /** The digest of those, by which it is known whether a script still begins with them; empty where there are none. */
    String digest();

    /** Whether the statement behind those was begun and nobody knows what came of it. */
    boolean isInterrupted();

    /** Keeps that the next statement begins, outside of a transaction. */
    void begin() throws SQLException;

    /** Keeps that the statement that was begun has left nothing behind. */
    void abandon() throws SQLException;

    /**
     * Keeps that the next statement is in the database; in the open transaction, with it, if there is one.
     *
     * @param digest of all statements up to this one
     */
    void finish(String digest) throws SQLException;
}
