package dev.migrator.migration;

/**
 * How far a file has come whose statements are committed one by one.
 *
 * @param statements so many are in the database
 * @param digest of those; empty where there are none
 * @param interrupted whether the next one was begun and nobody knows what came of it
 */
record Resumption(long statements, String digest, boolean interrupted) {

    static final Resumption FROM_THE_START = new Resumption(0, "", false);

    /** Whether anything of the file may be in the database. */
    boolean isUnderWay() {
        return statements > 0 || interrupted;
    }
}
