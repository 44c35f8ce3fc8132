package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** What a test does with a database, one call each on a connection of its own. */
final class Sql {

    private Sql() {}

    static void run(Database database, String... statements) {
        try (Connection connection = database.connect()) {
            run(connection, statements);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static void run(Connection connection, String... statements) {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first column of the first row as text. */
    static String value(Database database, String query) {
        try (Connection connection = database.connect()) {
            return value(connection, query);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static String value(Connection connection, String query) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until some session waits for a lock of this mode on the table. */
    static void awaitLockRequest(Database database, String table, String mode) {
        String waiting = """
                SELECT count(*) FROM pg_locks
                WHERE NOT granted AND mode = '%s' AND relation = '%s'::regclass""".formatted(mode, table);
        try (Connection connection = database.connect()) {
            while (value(connection, waiting).equals("0")) {
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
