package dev.migrator.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The version of a database's schema: that of the newest migration that is applied. */
public final class SchemaVersion {

    private SchemaVersion() {}

    /**
     * Reads it with three queries that fail for no other reason than a missing right, in whatever transaction the connection is.
     *
     * @param schema the schema of the tracking table
     * @return its digits; null where the database tracks nothing or has nothing applied
     */
    public static @Nullable String of(Connection connection, String schema) throws SQLException {
        String attempts = TrackingTable.attempts(connection, schema);
        if (attempts == null) {
            return null;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TrackingSteps.appliedVersion(attempts))) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
