package dev.migrator.profile.capture;

/**
 * How long a capture waits for the locks it needs before it gives up.
 *
 * @param lockTimeoutMillis for one lock. Shorter than PostgreSQL's usual {@code deadlock_timeout} of one second: in a deadlock with
 *     somebody's DDL it is the capture that steps back
 * @param attempts how many times it takes a new snapshot and begins again
 */
record Patience(int lockTimeoutMillis, int attempts) {

    static final Patience USUAL = new Patience(800, 20);
}
