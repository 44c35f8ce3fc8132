package dev.migrator.core.replay;

import dev.migrator.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * A database that migrations are replayed on, and what is known of it.
 *
 * @param password of its user, for engines that log in by themselves; null where nobody told us, as with a password file
 * @param contains the newest migration that its data contain, where they came with no record of it; null where nobody says
 */
public record ReplayTarget(
        Database database,
        @Nullable String password,
        @Nullable String contains) {

    /** A database of which only its own record says what it contains. */
    public ReplayTarget(Database database, @Nullable String password) {
        this(database, password, null);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return database.toString();
    }
}
