package dev.migrator.postgres.embedded;

import java.io.IOException;

/** The wait before another look at what another process does and tells nobody. */
final class Pause {

    private static final long MILLIS = 100;

    private Pause() {}

    static void once() throws IOException {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a server", e);
        }
    }
}
