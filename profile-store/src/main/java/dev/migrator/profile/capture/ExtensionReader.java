package dev.migrator.profile.capture;

import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.profile.manifest.ExtensionVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which versions of its extensions a source has; how to make one says nothing of that. */
final class ExtensionReader {

    private static final String VERSIONS =
            "SELECT extname::text, extversion FROM pg_catalog.pg_extension ORDER BY extname::text COLLATE \"C\"";

    private ExtensionReader() {}

    /** The extensions of the catalog, by name. */
    static List<ExtensionVersion> read(Connection connection, Catalog catalog) throws SQLException {
        Set<String> names = catalog.objects().stream()
                .filter(object -> object.id().kind() == ObjectKind.EXTENSION)
                .map(object -> object.id().name())
                .collect(Collectors.toSet());
        List<ExtensionVersion> versions = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(VERSIONS)) {
            while (row.next()) {
                if (names.contains(row.getString(1))) {
                    versions.add(new ExtensionVersion(row.getString(1), row.getString(2)));
                }
            }
        }
        return versions;
    }
}
