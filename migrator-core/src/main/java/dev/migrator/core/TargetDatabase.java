package dev.migrator.core;

import dev.migrator.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * The database that a profile is restored into.
 *
 * @param password of its user, for those who connect later; null where nobody told us, as with a password file
 * @param embedded whether its server is one of ours
 */
record TargetDatabase(Database database, @Nullable String password, boolean embedded) {

    /** Never the password. */
    @Override
    public String toString() {
        return database.toString();
    }
}
