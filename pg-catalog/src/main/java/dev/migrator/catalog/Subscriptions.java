package dev.migrator.catalog;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The subscriptions of a database, which forbid that it is dropped. */
public final class Subscriptions {

    private static final String NAMES = """
            SELECT s.subname::text
            FROM pg_catalog.pg_subscription s
            JOIN pg_catalog.pg_database d ON d.oid = s.subdbid
            WHERE d.datname = ?
            ORDER BY 1
            """;

    private Subscriptions() {}

    /**
     * Drops them all, without their slots, which lie on the publisher and may still serve another copy of the database. What was dropped
     * before a failure stays dropped; the next call takes up the rest.
     *
     * @param server a connection to another database of the server
     * @param database is connected to only where it has subscriptions
     */
    public static void dropAll(Connection server, Database database) throws SQLException {
        List<String> names = names(server, database.name());
        if (names.isEmpty()) {
            return;
        }
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            for (String name : names) {
                String quoted = SqlText.name(name);
                statement.execute("ALTER SUBSCRIPTION " + quoted + " DISABLE");
                statement.execute("ALTER SUBSCRIPTION " + quoted + " SET (slot_name = NONE)");
                statement.execute("DROP SUBSCRIPTION " + quoted);
            }
        }
    }

    private static List<String> names(Connection server, String database) throws SQLException {
        try (var query = server.prepareStatement(NAMES)) {
            query.setString(1, database);
            List<String> names = new ArrayList<>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }
}
