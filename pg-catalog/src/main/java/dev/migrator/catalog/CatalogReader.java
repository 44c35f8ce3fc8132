package dev.migrator.catalog;

import dev.migrator.catalog.access.Comments;
import dev.migrator.catalog.access.DefaultPrivilegesKind;
import dev.migrator.catalog.access.Owners;
import dev.migrator.catalog.access.Privileges;
import dev.migrator.catalog.access.SecurityLabels;
import dev.migrator.catalog.access.Tablespaces;
import dev.migrator.catalog.access.TouchedKind;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Draft;
import dev.migrator.catalog.kind.Kind;
import dev.migrator.catalog.kind.Kinds;
import dev.migrator.catalog.order.Claims;
import dev.migrator.catalog.order.Dependencies;
import dev.migrator.catalog.order.DependencySort;
import dev.migrator.catalog.order.Outsiders;
import dev.migrator.catalog.order.UnclaimedObjects;
import dev.migrator.catalog.order.Work;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the whole catalog of a database. Stateless. */
public final class CatalogReader {

    private CatalogReader() {}

    /**
     * Reads everything but the rows, by a number of queries that does not depend on how many objects there are.
     *
     * @param connection in the caller's REPEATABLE READ transaction and with {@link dev.migrator.postgres.SessionSettings} in force
     * @throws UnsupportedObjectException naming every object that cannot be carried
     * @throws CatalogException where objects need one another in a loop that cannot be broken, or the role may not read a subscription
     */
    public static Catalog read(Connection connection) throws SQLException {
        return read(connection, true);
    }

    /**
     * As {@link #read(Connection)}.
     *
     * @param subscriptions whether they are read too; without, a database has none
     */
    public static Catalog read(Connection connection, boolean subscriptions) throws SQLException {
        return readWithNeeds(connection, subscriptions).catalog();
    }

    /** Reads a database in a transaction of its own, which changes nothing. */
    public static CatalogWithNeeds read(Database database) throws SQLException {
        return read(database, true);
    }

    /**
     * As {@link #read(Database)}.
     *
     * @param subscriptions whether they are read too; without, a database has none
     */
    public static CatalogWithNeeds read(Database database, boolean subscriptions) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            CatalogWithNeeds catalog = readWithNeeds(connection, subscriptions);
            connection.rollback();
            return catalog;
        }
    }

    static CatalogWithNeeds readWithNeeds(Connection connection, boolean subscriptions) throws SQLException {
        CatalogSession session = new CatalogSession(connection, ServerVersion.of(connection));
        Dependencies dependencies = Dependencies.read(session);
        Outsiders outsiders = Outsiders.read(session, dependencies);
        List<Draft> drafts = ExtensionMarks.add(
                drafts(session, outsiders, subscriptions ? Kinds.all() : Kinds.withoutSubscriptions()), dependencies);
        Claims claims = new Claims(dependencies, drafts);
        UnclaimedObjects.refuse(session, claims, outsiders);
        List<Work> order = DependencySort.sort(drafts, dependencies, claims);
        PlanWriter writer = new PlanWriter(
                Owners.read(session),
                Privileges.read(session),
                Comments.read(session, claims),
                Tablespaces.read(session, claims),
                SecurityLabels.read(session, claims));
        Catalog catalog = new Catalog(
                session.version(),
                DatabaseStates.read(session),
                drafts.stream().map(writer::object).toList(),
                writer.plan(order),
                RowTables.read(session, outsiders),
                sequences(drafts, outsiders),
                Configurations.read(session));
        return new CatalogWithNeeds(catalog, Needs.of(drafts, dependencies, claims));
    }

    private static List<Draft> drafts(CatalogSession session, Outsiders outsiders, List<Kind> kinds)
            throws SQLException {
        List<Draft> drafts = new ArrayList<>();
        for (Kind kind : kinds) {
            drafts.addAll(kind.read(session));
        }
        drafts.addAll(new DefaultPrivilegesKind().read(session));
        drafts.removeIf(draft -> outsiders.contains(draft.address()));
        drafts.addAll(new TouchedKind().read(session));
        drafts.sort(Comparator.comparing(Draft::id));
        return drafts;
    }

    private static List<ObjectId> sequences(List<Draft> drafts, Outsiders outsiders) {
        return drafts.stream()
                .filter(draft -> !outsiders.contains(draft.address()))
                .map(Draft::id)
                .filter(id -> id.kind() == ObjectKind.SEQUENCE)
                .toList();
    }
}
