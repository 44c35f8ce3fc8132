package dev.migrator.profile.capture;

import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogReader;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The leader of a capture: one transaction that sees the source at one instant, lets workers see the same, and keeps DDL away from every
 * table until it ends.
 *
 * <p>A snapshot alone is not enough: a TRUNCATE or a rewriting ALTER TABLE that commits after it makes the table read as empty, without an
 * error. So all tables are locked, and what was changed between snapshot and lock makes the session begin again. Likewise the catalog,
 * which PostgreSQL's functions read partly as it is now and not as it was.
 *
 * <p>Not safe for use by several threads.
 */
final class SnapshotSession implements AutoCloseable {

    private final Database source;
    private final Connection connection;

    private String id = "";
    private Instant takenAt = Instant.EPOCH;
    private List<Relation> tables = List.of();
    private @Nullable Catalog catalog;
    private String digest = "";
    private @Nullable TypeMeanings types;

    private SnapshotSession(Database source, Connection connection) {
        this.source = source;
        this.connection = connection;
    }

    /**
     * Takes the snapshot and the locks, and reads the catalog.
     *
     * @throws CaptureException where something cannot be read, or is still locked or changing when the patience is over
     */
    static SnapshotSession open(Database source, Patience patience) throws SQLException {
        Connection connection = source.connect();
        try {
            SnapshotSession session = new SnapshotSession(source, connection);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            for (int attempt = 1; !session.begin(patience, attempt == patience.attempts()); attempt++) {
                connection.rollback();
            }
            return session;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** One attempt; false where it is worth another. */
    private boolean begin(Patience patience, boolean last) throws SQLException {
        try {
            takeSnapshot();
            ReadRights.check(connection);
            tables = Relation.all(connection);
            digest = CatalogDigest.read(connection);
            types = TypeMeanings.read(connection);
            lock(patience);
            requireUnchangedTables();
            catalog = readCatalog();
            return true;
        } catch (CaptureException.Locked | CaptureException.SchemaChanged e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }

    private void takeSnapshot() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_export_snapshot(), statement_timestamp()")) {
            row.next();
            id = row.getString(1);
            takenAt = row.getObject(2, OffsetDateTime.class).toInstant();
        }
    }

    private void lock(Patience patience) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + patience.lockTimeoutMillis());
            TableLocks.take(connection, source, tables);
            statement.execute("SET LOCAL lock_timeout = 0");
        }
    }

    /** Compares what the snapshot shows of each table with what a new transaction sees, now that the locks keep them as they are. */
    private void requireUnchangedTables() throws SQLException {
        Map<Long, String> now = new HashMap<>();
        try (Connection witness = source.connect()) {
            Relation.all(witness).forEach(table -> now.put(table.oid(), table.state()));
        }
        for (Relation table : tables) {
            if (!table.state().equals(now.get(table.oid()))) {
                throw new CaptureException.SchemaChanged(table.toString());
            }
        }
    }

    /**
     * Reads the catalog in a subtransaction that is rolled back: PostgreSQL's functions leave locks behind, and a materialized view that is
     * locked until the capture ends could not be refreshed meanwhile.
     */
    private Catalog readCatalog() throws SQLException {
        Savepoint before = connection.setSavepoint();
        Catalog read;
        try {
            read = CatalogReader.read(connection);
        } catch (SQLException e) {
            if (schemaChanged()) {
                throw changedWhileRead();
            }
            throw e;
        }
        connection.rollback(before);
        if (schemaChanged()) {
            throw changedWhileRead();
        }
        return read;
    }

    private CaptureException.SchemaChanged changedWhileRead() {
        return new CaptureException.SchemaChanged("database " + source.name());
    }

    private boolean schemaChanged() throws SQLException {
        try (Connection witness = source.connect()) {
            return !CatalogDigest.read(witness).equals(digest);
        }
    }

    /**
     * Makes sure, when all has been read, that it was read as the snapshot shows it.
     *
     * @return whether DDL was at work that did not touch what was read
     * @throws CaptureException.SnapshotLost where the transaction, and with it the locks, did not last until now
     * @throws CaptureException.SchemaChanged where a type of the rows changed its meaning
     */
    boolean requireReadAsOfSnapshot() throws SQLException {
        requireHeld();
        try (Connection witness = source.connect()) {
            Set<String> changed = Objects.requireNonNull(types).changedIn(TypeMeanings.read(witness));
            if (!changed.isEmpty()) {
                throw new CaptureException.SchemaChanged("type " + String.join(", ", changed));
            }
        }
        return schemaChanged();
    }

    /** The name under which {@code SET TRANSACTION SNAPSHOT} takes this session's view of the database. */
    String id() {
        return id;
    }

    /** When the source's state was seen, by the server's clock. */
    Instant takenAt() {
        return takenAt;
    }

    Catalog catalog() {
        return Objects.requireNonNull(catalog);
    }

    /** The tables that are locked. */
    List<Relation> tables() {
        return tables;
    }

    /** A connection that is inside the snapshot's transaction; what fails on it ends the session. */
    Connection connection() {
        return connection;
    }

    /**
     * Makes sure that the transaction, and with it the locks, lasts until now.
     *
     * @throws CaptureException.SnapshotLost where it does not
     * @throws CaptureException.StandbyConflict where a standby has ended it to apply the primary's changes
     */
    void requireHeld() {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT");
        } catch (SQLException e) {
            SQLException cause = ServerRefusal.of(e).withoutValues();
            throw ReadFailure.isStandbyConflict(e)
                    ? new CaptureException.StandbyConflict(source.server(), cause)
                    : new CaptureException.SnapshotLost(source.server(), cause);
        }
    }

    /** Ends the transaction and frees the locks. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
