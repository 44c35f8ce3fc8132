package dev.migrator.profile.capture;

import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogReader;
import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a snapshot comes about whose tables read as it shows them.
 *
 * <p>A snapshot alone is not enough: a TRUNCATE or a rewriting ALTER TABLE that commits after it makes the table read as empty, without an
 * error. So all tables are locked, and what was changed between snapshot and lock makes the attempt fail. Likewise the catalog, which
 * PostgreSQL's functions read partly as it is now and not as it was.
 */
final class SnapshotAttempt {

    private final Database source;
    private final Connection connection;
    private final Patience patience;
    private final boolean subscriptions;

    /**
     * @param connection in a repeatable-read transaction that has not begun to read
     * @param subscriptions whether they are read too
     */
    SnapshotAttempt(Database source, Connection connection, Patience patience, boolean subscriptions) {
        this.source = source;
        this.connection = connection;
        this.patience = patience;
        this.subscriptions = subscriptions;
    }

    /** A snapshot as other sessions can take it, and when it was taken. */
    private record Exported(String id, Instant takenAt) {}

    /**
     * Takes the snapshot and the locks, and reads the catalog.
     *
     * @throws CaptureException.Locked where a table is locked; worth another attempt
     * @throws CaptureException.SchemaChanged where DDL was at work meanwhile; worth another attempt
     */
    SnapshotSession make() throws SQLException {
        Exported snapshot = export();
        ReadRights.check(connection);
        List<Relation> tables = Relation.all(connection);
        String digest = CatalogDigest.read(connection);
        TypeMeanings types = TypeMeanings.read(connection);
        lock(tables);
        requireUnchanged(tables);
        Catalog catalog = readCatalog(digest);
        return new SnapshotSession(
                source, connection, snapshot.id(), snapshot.takenAt(), tables, catalog, digest, types);
    }

    private Exported export() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_export_snapshot(), statement_timestamp()")) {
            row.next();
            return new Exported(
                    row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    private void lock(List<Relation> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + patience.lockTimeoutMillis());
            TableLocks.take(connection, source, tables);
            statement.execute("SET LOCAL lock_timeout = 0");
        }
    }

    /** Compares what the snapshot shows of each table with what a new transaction sees, now that the locks keep them as they are. */
    private void requireUnchanged(List<Relation> tables) throws SQLException {
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
    private Catalog readCatalog(String digest) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Catalog read;
        try {
            read = CatalogReader.read(connection, subscriptions);
        } catch (SQLException e) {
            requireUnchangedCatalog(digest);
            throw e;
        }
        connection.rollback(before);
        requireUnchangedCatalog(digest);
        return read;
    }

    private void requireUnchangedCatalog(String digest) throws SQLException {
        if (!CatalogDigest.now(source).equals(digest)) {
            throw new CaptureException.SchemaChanged("database " + source.name());
        }
    }
}
