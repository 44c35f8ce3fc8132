package dev.migrator.core;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.embedded.EmbeddedServer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database that a profile is restored into.
 *
 * @param password of its user, for those who connect later; null where nobody told us, as with a password file
 * @param own its server, where that is one of ours; else null
 */
record TargetDatabase(
        Database database,
        @Nullable String password,
        @Nullable EmbeddedServer own) {

    /** The same place, connected to in another way. */
    TargetDatabase as(Database other) {
        return new TargetDatabase(other, password, own);
    }

    /** Whether its server is one of ours. */
    boolean embedded() {
        return own != null;
    }

    /**
     * Does work on it.
     *
     * @throws ServerFailureException that names one of our own servers by the folder of its data, since its users know it by no address
     */
    <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } catch (ServerFailureException e) {
            throw own == null ? e : e.of(own.toString());
        }
    }

    /** Never the password. */
    @Override
    public String toString() {
        return database.toString();
    }
}
