package dev.migrator.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session that is migrating a database.
 *
 * @param pid of its server process
 * @param application as it calls itself; empty where it does not
 * @param user the role; null where the server does not say
 * @param since when its connection was opened; null where the server does not tell us, because its role is another
 */
public record LockHolder(
        int pid,
        String application,
        @Nullable String user,
        @Nullable Instant since) {

    /** Reads like {@code migrator (pid 4711, user app, since 2026-01-02T03:04:05Z)}. */
    @Override
    public String toString() {
        return (application.isEmpty() ? "a session" : application) + " (pid " + pid
                + (user == null ? "" : ", user " + user)
                + (since == null ? "" : ", since " + since) + ")";
    }
}
