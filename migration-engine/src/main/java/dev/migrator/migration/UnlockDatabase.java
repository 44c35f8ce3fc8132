package dev.migrator.migration;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Clears away what a run that was killed has left in {@code migration_locks}, once it is proved to be dead. */
public final class UnlockDatabase {

    private final MigrationSettings settings;

    public UnlockDatabase(MigrationSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the lock, which nobody can have who is alive, and clears the table.
     *
     * @return who had left a row; empty where nobody had
     * @throws MigrationLockedException where somebody has the lock: that session is alive
     */
    public List<String> unlock(Database database) {
        try (Connection connection = database.connect()) {
            String schema = settings.trackingSchema();
            new MigrationLock(connection, schema).take(database.name(), Duration.ZERO, holder -> {});
            TrackingTable table = new TrackingTable(schema);
            table.check(connection);
            if (!TrackingTable.isIn(connection, schema)) {
                return List.of();
            }
            table.prepare(connection);
            return new MigrationLocks(connection, schema).clear();
        } catch (SQLException e) {
            throw MigrationSession.inWords(database, settings, e);
        }
    }
}
