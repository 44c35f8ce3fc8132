package dev.migrator.migration;

import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a database says about the migrations that it has seen.
 *
 * @param attempts all rows, in the order in which they were made; empty for a database that tracks nothing
 */
public record AppliedMigrations(List<AppliedMigration> attempts) {

    public AppliedMigrations {
        attempts = List.copyOf(attempts);
    }

    /**
     * Reads them, in one query.
     *
     * @param schema the schema of the tracking table; it need not exist
     */
    public static AppliedMigrations read(Connection connection, String schema) throws SQLException {
        if (!TrackingTable.isIn(connection, schema)) {
            return new AppliedMigrations(List.of());
        }
        List<AppliedMigration> attempts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT version, filename, checksum, applied_at, execution_time_ms, success, error_message, baseline
                        FROM %s
                        ORDER BY id
                        """.formatted(SqlText.name(schema, TrackingTable.NAME)))) {
            while (row.next()) {
                attempts.add(new AppliedMigration(
                        new MigrationVersion(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        Duration.ofMillis(row.getLong(5)),
                        row.getBoolean(6),
                        row.getString(7),
                        row.getBoolean(8)));
            }
        }
        return new AppliedMigrations(attempts);
    }

    /** Those that are in the database, ascending by version. */
    public List<AppliedMigration> successful() {
        return attempts.stream()
                .filter(AppliedMigration::success)
                .sorted(Comparator.comparing(AppliedMigration::version))
                .toList();
    }

    /** The highest version that is in the database. */
    public Optional<MigrationVersion> newest() {
        return attempts.stream()
                .filter(AppliedMigration::success)
                .map(AppliedMigration::version)
                .max(Comparator.naturalOrder());
    }
}
