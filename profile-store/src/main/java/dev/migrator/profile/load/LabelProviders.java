package dev.migrator.profile.load;

import dev.migrator.catalog.CatalogObject;
import dev.migrator.catalog.DatabaseState;
import dev.migrator.catalog.SecurityLabel;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.profile.manifest.Manifest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The providers of a snapshot's security labels. PostgreSQL sets a label only in a session that has loaded its provider's library, which a
 * server does for all sessions or the source did for those of its database.
 *
 * @param names by which labels name them
 * @param libraries that the source preloads for sessions of its database, as literals
 */
record LabelProviders(SortedSet<String> names, List<String> libraries) {

    /** The provider is looked for before the object, so nothing is labelled. */
    private static final String PROBE = "SECURITY LABEL FOR %s ON SCHEMA \"migrator probes a provider\" IS NULL";

    private static final String NOT_LOADED = "22023";

    static LabelProviders of(Manifest manifest) {
        SortedSet<String> names = Stream.of(
                        manifest.catalog().objects().stream().map(CatalogObject::labels),
                        manifest.largeObjects().stream().map(LargeObject::labels),
                        Stream.of(manifest.catalog().database().labels()))
                .flatMap(Function.identity())
                .flatMap(List::stream)
                .map(SecurityLabel::provider)
                .collect(Collectors.toCollection(TreeSet::new));
        return new LabelProviders(names, libraries(manifest.catalog().database()));
    }

    private static List<String> libraries(DatabaseState database) {
        return database.settings().stream()
                .filter(setting -> setting.name().endsWith("_preload_libraries"))
                .flatMap(setting -> Stream.of(setting.value().split(", ")))
                .filter(library -> !library.equals("''"))
                .toList();
    }

    /**
     * Changes nothing.
     *
     * @param target for messages, and for its server
     * @throws RestoreException.ProvidersMissing naming all that a session of the target's will not have
     */
    void requireAll(Connection server, Database target) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        SortedSet<String> missing = new TreeSet<>();
        try (Connection session = target.named(Objects.requireNonNull(server.getCatalog(), "connected to a database"))
                .connect()) {
            load(session);
            for (String name : names) {
                if (!isLoaded(name, session)) {
                    missing.add(name);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new RestoreException.ProvidersMissing(missing, target.server());
        }
    }

    /** Loads into a session what the source preloads, as far as the server has it and the role may; whether that was enough is seen later. */
    void load(Connection session) throws SQLException {
        for (String library : libraries) {
            execute(session, "LOAD " + library);
        }
    }

    private static boolean isLoaded(String name, Connection session) throws SQLException {
        return !NOT_LOADED.equals(execute(session, PROBE.formatted(SqlText.name(name))));
    }

    /** The SQLSTATE of the server's refusal; empty where there was none. */
    private static String execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            if (session.isClosed()) {
                throw e;
            }
            return String.valueOf(e.getSQLState());
        }
    }
}
