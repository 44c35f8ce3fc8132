package dev.migrator.profile.load;

import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Statement;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;
import dev.migrator.postgres.SqlText;
import dev.migrator.profile.manifest.ExtensionVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a server has of a snapshot's extensions. It installs the snapshot's own version where it offers that, as pg_upgrade would leave it;
 * else the one that it installs unasked, as pg_dump would have it.
 *
 * @param wanted what the snapshot has
 * @param usual for each extension that the server has files of, the version that it installs unasked
 * @param offered all that it can install
 */
record ExtensionsOnServer(List<ExtensionVersion> wanted, Map<String, String> usual, Set<ExtensionVersion> offered) {

    private static final String USUAL =
            "SELECT name::text, coalesce(default_version, '') FROM pg_catalog.pg_available_extensions";

    private static final String OFFERED = "SELECT name::text, version FROM pg_catalog.pg_available_extension_versions";

    static ExtensionsOnServer of(List<ExtensionVersion> wanted, Connection server) throws SQLException {
        Map<String, String> usual = new TreeMap<>();
        Set<ExtensionVersion> offered = Set.of();
        if (!wanted.isEmpty()) {
            read(server, USUAL).forEach(extension -> usual.put(extension.name(), extension.version()));
            offered = read(server, OFFERED);
        }
        return new ExtensionsOnServer(wanted, usual, offered);
    }

    /** @throws RestoreException.ExtensionsMissing naming all that the server has no files of */
    void requireAll(Connection server, Database database) throws SQLException {
        Set<String> missing = wanted.stream()
                .map(ExtensionVersion::name)
                .filter(name -> !usual.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw new RestoreException.ExtensionsMissing(
                    missing, database.server(), ServerVersion.of(server).major());
        }
    }

    /** What comes back as another version, one sentence each. */
    List<String> otherVersions() {
        return wanted.stream()
                .filter(extension -> !offered.contains(extension))
                .map(extension -> "extension " + extension.name() + " comes back as version "
                        + usual.get(extension.name()) + ": the snapshot has " + extension.version()
                        + ", which the server does not offer")
                .toList();
    }

    /** The statement, asking for the snapshot's version where it makes an extension of which the server offers that. */
    Statement inItsVersion(Statement statement) {
        if (statement.object().kind() != ObjectKind.EXTENSION
                || !statement.sql().startsWith("CREATE EXTENSION ")) {
            return statement;
        }
        return wanted.stream()
                .filter(extension -> extension.name().equals(statement.object().name()))
                .filter(offered::contains)
                .map(extension ->
                        statement.withSql(statement.sql() + " VERSION " + SqlText.literal(extension.version())))
                .findFirst()
                .orElse(statement);
    }

    private static Set<ExtensionVersion> read(Connection server, String query) throws SQLException {
        Set<ExtensionVersion> versions = new HashSet<>();
        try (var statement = server.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                versions.add(new ExtensionVersion(row.getString(1), row.getString(2)));
            }
        }
        return versions;
    }
}
