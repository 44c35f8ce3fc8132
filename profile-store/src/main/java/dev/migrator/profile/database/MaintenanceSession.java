package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.DatabaseUnreachableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A connection to the database from which targets are created, locked and renamed. All runs must agree on it, since advisory locks are
 * per database: it is {@code postgres}, and where that is not to be had the database named like the user.
 */
final class MaintenanceSession {

    /** No such database, no CONNECT privilege, no line in pg_hba.conf, no connections allowed. */
    private static final Set<String> NOT_TO_BE_HAD = Set.of("3D000", "42501", "28000", "55000");

    private MaintenanceSession() {}

    /** @throws DatabaseUnreachableException where the server cannot be reached or no such database lets the user in */
    static Connection open(Database target) throws SQLException {
        List<String> candidates = new ArrayList<>(List.of("postgres", target.user(), "defaultdb"));
        candidates.remove(target.name());
        DatabaseUnreachableException first = null;
        for (String candidate : candidates) {
            try {
                return target.named(candidate).connect();
            } catch (DatabaseUnreachableException e) {
                if (!notToBeHad(e)) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IllegalStateException("there is always a candidate") : first;
    }

    private static boolean notToBeHad(DatabaseUnreachableException e) {
        return e.getCause() instanceof SQLException refusal
                && refusal.getSQLState() != null
                && NOT_TO_BE_HAD.contains(refusal.getSQLState());
    }
}
