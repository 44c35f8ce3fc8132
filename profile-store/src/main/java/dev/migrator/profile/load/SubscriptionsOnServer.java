package dev.migrator.profile.load;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogObject;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.Capabilities;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A snapshot's subscriptions, on the server that they come back to: without their passwords only a superuser can make them. */
record SubscriptionsOnServer(List<CatalogObject> subscriptions) {

    private static final String SUPERUSERS = "SELECT rolname::text FROM pg_catalog.pg_roles WHERE rolsuper";

    static SubscriptionsOnServer of(Catalog catalog) {
        return new SubscriptionsOnServer(catalog.objects().stream()
                .filter(object -> object.id().kind() == ObjectKind.SUBSCRIPTION)
                .toList());
    }

    /**
     * Changes nothing.
     *
     * @param target for messages
     * @throws RestoreException.SubscriptionsForbidden where the role may not make them
     */
    void requireRight(Connection server, Database target) throws SQLException {
        if (!subscriptions.isEmpty() && !Capabilities.probe(server).superuser()) {
            throw new RestoreException.SubscriptionsForbidden(names(subscriptions), target.user());
        }
    }

    /** All of them, where they were not to come along. */
    Omissions all() {
        return Omissions.of(subscriptions, Aspect.DEFINITION, List.of());
    }

    /** What does not come back as it was. Before 16 none but a superuser can own a subscription, and a role that is made anew is none. */
    Omissions omissions(Connection server) throws SQLException {
        if (subscriptions.isEmpty()) {
            return Omissions.NONE;
        }
        Omissions said = new Omissions(
                Set.of(), List.of("subscriptions come back disabled and without passwords: " + names(subscriptions)));
        if (ServerVersion.of(server).atLeast(16)) {
            return said;
        }
        Set<String> superusers = superusers(server);
        List<CatalogObject> strangers = subscriptions.stream()
                .filter(object -> !superusers.contains(String.valueOf(object.owner())))
                .toList();
        return strangers.isEmpty()
                ? said
                : said.and(Omissions.of(
                        strangers,
                        Aspect.OWNER,
                        List.of("left out, since the server lets only superusers own subscriptions: the owner of "
                                + names(strangers))));
    }

    private static Set<String> superusers(Connection server) throws SQLException {
        Set<String> names = new HashSet<>();
        try (var statement = server.createStatement();
                var row = statement.executeQuery(SUPERUSERS)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static String names(List<CatalogObject> objects) {
        return objects.stream().map(object -> object.id().name()).collect(Collectors.joining(", "));
    }
}
