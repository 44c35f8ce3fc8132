package dev.migrator.profile.load;

import dev.migrator.catalog.CatalogObject;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sees to it, before anything is made, that the server has the files of a snapshot's extensions. */
final class ExtensionsOnServer {

    private static final String AVAILABLE = "SELECT name::text FROM pg_catalog.pg_available_extensions";

    private ExtensionsOnServer() {}

    /** @throws RestoreException.ExtensionsMissing naming all that are missing */
    static void require(List<CatalogObject> objects, Connection server, Database database) throws SQLException {
        SortedSet<String> missing = objects.stream()
                .filter(object -> object.id().kind() == ObjectKind.EXTENSION)
                .map(object -> object.id().name())
                .collect(Collectors.toCollection(TreeSet::new));
        if (missing.isEmpty()) {
            return;
        }
        try (var statement = server.createStatement();
                var row = statement.executeQuery(AVAILABLE)) {
            while (row.next()) {
                missing.remove(row.getString(1));
            }
        }
        if (!missing.isEmpty()) {
            throw new RestoreException.ExtensionsMissing(
                    missing, database.server(), ServerVersion.of(server).major());
        }
    }
}
