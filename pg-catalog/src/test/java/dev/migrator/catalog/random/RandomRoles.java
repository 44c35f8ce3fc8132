package dev.migrator.catalog.random;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The roles that own, grant and are granted: the same few on every server. */
final class RandomRoles {

    static final List<String> ALL = List.of("random_ada", "random \"Bob\" d'Or", "random-carol", "random_äöü");

    private static final String DUPLICATE_OBJECT = "42710";
    private static final String UNIQUE_VIOLATION = "23505";

    private RandomRoles() {}

    /** Makes those that the server lacks; another JVM may be doing the same. */
    static void create(Database server) throws SQLException {
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            for (String role : ALL) {
                try {
                    statement.execute("CREATE ROLE " + SqlText.name(role));
                } catch (SQLException e) {
                    if (!DUPLICATE_OBJECT.equals(e.getSQLState()) && !UNIQUE_VIOLATION.equals(e.getSQLState())) {
                        throw e;
                    }
                }
            }
        }
    }
}
