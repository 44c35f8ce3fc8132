package dev.migrator.profile.load;

import java.sql.Connection;
import java.sql.SQLException;

/** Gathers statistics of the whole database, without which the replay and the tests would be planned blindly. */
final class Analyze implements Job {

    @Override
    public String subject() {
        return "statistics";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }
}
