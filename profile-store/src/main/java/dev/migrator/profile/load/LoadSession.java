package dev.migrator.profile.load;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection that fills a new database. Nobody else sees that database and a failed restore drops it, so commits need not wait for
 * the disk; bodies of functions may name what is made after them.
 */
final class LoadSession {

    private static final String SETTINGS =
            "SET check_function_bodies = off; SET synchronous_commit = off; SET jit = off";

    private LoadSession() {}

    static Connection open(Database fresh) throws SQLException {
        Connection connection = fresh.connect();
        try (var statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
