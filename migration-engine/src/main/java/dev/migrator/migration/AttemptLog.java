package dev.migrator.migration;

import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Writes the rows of {@code schema_migrations}, in whatever transaction its connection is. */
final class AttemptLog {

    private static final String APPLIED = "success AND NOT undone AND operation IN ('migrate', 'baseline')";

    private final Connection connection;
    private final String table;

    AttemptLog(Connection connection, String schema) {
        this.connection = connection;
        this.table = SqlText.name(schema, TrackingTable.NAME);
    }

    /** Adds the row of a change that is in the database now. */
    void succeeded(Change change, long milliseconds) throws SQLException {
        insert(change, milliseconds, null, true, null);
        settle(change);
    }

    /** Adds the row of a change that is under way; it counts as failed until it {@link #completed}. */
    long begun(Change change) throws SQLException {
        return insert(change, 0, "it was begun and has not ended", false, null);
    }

    /** Keeps that the change whose row was {@link #begun} is in the database now. */
    void completed(long id, Change change, long milliseconds) throws SQLException {
        update(id, "success = true, error_message = NULL, execution_time_ms = " + milliseconds);
        settle(change);
    }

    /** Adds the row of an attempt that failed. */
    void failed(Change change, long milliseconds, MigrationFailedException failure) throws SQLException {
        insert(change, milliseconds, failure.reason(), false, failure);
    }

    /** Keeps why the attempt failed whose row was {@link #begun}. */
    void failed(long id, long milliseconds, MigrationFailedException failure) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE " + table
                        + " SET error_message = ?, sqlstate = ?, statement = ?, line = ?, execution_time_ms = ? WHERE id = ?")) {
            update.setString(1, failure.reason());
            setFailure(update, 2, failure);
            update.setLong(5, milliseconds);
            update.setLong(6, id);
            update.executeUpdate();
        }
    }

    /** Keeps how far the attempt has come. */
    void reached(long id, Resumption place) throws SQLException {
        update(
                id,
                "statements_done = " + place.statements() + ", statements_digest = " + SqlText.literal(place.digest())
                        + ", interrupted = " + place.interrupted());
    }

    /** Adds the row of a migration that the database is known to contain. */
    void contained(ReplayPlan.Contained file) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO " + table + """
                 (operation, version, filename, checksum, applied_at, execution_time_ms, success, baseline)
                VALUES ('baseline', ?, ?, ?, pg_catalog.clock_timestamp(), 0, true, true)
                """)) {
            insert.setString(1, file.version().digits());
            insert.setString(2, file.filename());
            insert.setString(3, file.checksum());
            insert.executeUpdate();
        }
    }

    /** Lets the row that says that a version is applied agree with its file, and adds one that says so. */
    void corrected(MigrationVersion version, @Nullable Migration file, RepairHistory.Repair repair)
            throws SQLException {
        String change = file == null ? "operation = 'baseline', baseline = true" : "filename = ?, checksum = ?";
        try (var update = connection.prepareStatement(
                "UPDATE " + table + " SET " + change + " WHERE " + APPLIED + " AND version::bigint = ?::bigint")) {
            int next = 1;
            if (file != null) {
                update.setString(next++, file.filename());
                update.setString(next++, file.checksum());
            }
            update.setString(next, version.digits());
            update.executeUpdate();
        }
        try (var insert = connection.prepareStatement("INSERT INTO " + table + """
                 (operation, version, filename, applied_at, execution_time_ms, success, error_message)
                VALUES ('repair', ?, ?, pg_catalog.clock_timestamp(), 0, true, ?)
                """)) {
            insert.setString(1, version.digits());
            insert.setString(2, repair.filename());
            insert.setString(3, repair.what());
            insert.executeUpdate();
        }
    }

    private long insert(
            Change change,
            long milliseconds,
            @Nullable String error,
            boolean success,
            @Nullable MigrationFailedException failure)
            throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO " + table + """
                 (operation, version, filename, checksum, applied_at, execution_time_ms, success, error_message,
                  sqlstate, statement, line, statements_done, statements_digest, interrupted)
                VALUES (?, ?, ?, ?, pg_catalog.clock_timestamp(), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                RETURNING id
                """)) {
            MigrationVersion version = change.version();
            insert.setString(1, change.operation().word());
            insert.setString(2, version == null ? null : version.digits());
            insert.setString(3, change.filename());
            insert.setString(4, change.checksum());
            insert.setLong(5, milliseconds);
            insert.setBoolean(6, success);
            insert.setString(7, error);
            setFailure(insert, 8, failure);
            insert.setLong(11, change.from().statements());
            insert.setString(12, change.from().digest());
            insert.setBoolean(13, change.from().interrupted());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void setFailure(PreparedStatement statement, int first, @Nullable MigrationFailedException failure)
            throws SQLException {
        statement.setString(first, failure == null ? null : failure.sqlState());
        statement.setString(first + 1, failure == null ? null : failure.statement());
        if (failure == null || failure.line() == 0) {
            statement.setNull(first + 2, Types.INTEGER);
        } else {
            statement.setInt(first + 2, failure.line());
        }
    }

    /** What a rollback has taken back is not applied any more. */
    private void settle(Change change) throws SQLException {
        MigrationVersion version = change.version();
        if (change.operation() == Operation.ROLLBACK && version != null) {
            try (var update = connection.prepareStatement(
                    "UPDATE " + table + " SET undone = true WHERE " + APPLIED + " AND version::bigint = ?::bigint")) {
                update.setString(1, version.digits());
                update.executeUpdate();
            }
        }
    }

    private void update(long id, String what) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE " + table + " SET " + what + " WHERE id = " + id);
        }
    }
}
