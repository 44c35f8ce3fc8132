package dev.migrator.profile.database;

import dev.migrator.catalog.ScratchDatabase;
import dev.migrator.catalog.Subscriptions;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.DatabaseUnreachableException;
import dev.migrator.postgres.ServerRefusal;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Drops databases under a target's reserved names; whoever calls holds the target's lock, so that nobody is still at work on them. */
final class Leftovers {

    private static final String FIND = """
            SELECT datname::text FROM pg_catalog.pg_database
            WHERE datname = ANY (?) OR starts_with(datname::text, ?)
            ORDER BY datname
            """;

    private Leftovers() {}

    /**
     * What earlier runs for this target have left; their sessions may still be busy and are ended.
     *
     * @throws TargetException.Leftover where one cannot be dropped
     */
    static void dropAll(Connection server, Database target) throws SQLException {
        for (String name : find(server, target)) {
            drop(server, target.named(name));
        }
    }

    /** Among them the scratch databases in which the new database's definitions were compared. */
    static List<String> find(Connection server, Database target) throws SQLException {
        ReservedNames names = new ReservedNames(target.name());
        List<String> found = new ArrayList<>();
        try (var query = server.prepareStatement(FIND)) {
            query.setArray(1, server.createArrayOf("text", names.all().toArray()));
            query.setString(2, ScratchDatabase.prefixFor(target.named(names.fresh())));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    /**
     * One database, with its subscriptions taken off first since they would forbid it.
     *
     * @throws TargetException.Leftover where it cannot be dropped
     */
    static void drop(Connection server, Database leftover) throws SQLException {
        try {
            Subscriptions.dropAll(server, leftover);
            try (var statement = server.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + SqlText.name(leftover.name()) + " WITH (FORCE)");
            }
        } catch (DatabaseUnreachableException e) {
            throw new TargetException.Leftover(leftover.name(), e.problem());
        } catch (SQLException e) {
            if (server.isClosed()) {
                throw e;
            }
            throw new TargetException.Leftover(
                    leftover.name(), ServerRefusal.of(e).message());
        }
    }
}
