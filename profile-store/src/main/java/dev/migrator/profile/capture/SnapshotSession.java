package dev.migrator.profile.capture;

import dev.migrator.catalog.Catalog;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The leader of a capture: one transaction that sees the source at one instant, lets workers see the same, and keeps DDL away from every
 * table until it ends. How it comes about says {@link SnapshotAttempt}.
 *
 * <p>Not safe for use by several threads.
 */
final class SnapshotSession implements AutoCloseable {

    private final Database source;
    private final Connection connection;
    private final String id;
    private final Instant takenAt;
    private final List<Relation> tables;
    private final Catalog catalog;
    private final String digest;
    private final TypeMeanings types;

    /**
     * @param connection inside the transaction that holds the snapshot and the locks
     * @param digest of the catalog as the snapshot shows it
     */
    SnapshotSession(
            Database source,
            Connection connection,
            String id,
            Instant takenAt,
            List<Relation> tables,
            Catalog catalog,
            String digest,
            TypeMeanings types) {
        this.source = source;
        this.connection = connection;
        this.id = id;
        this.takenAt = takenAt;
        this.tables = List.copyOf(tables);
        this.catalog = catalog;
        this.digest = digest;
        this.types = types;
    }

    /**
     * Takes the snapshot and the locks, and reads the catalog.
     *
     * @throws CaptureException where something cannot be read, or is still locked or changing when the patience is over
     */
    static SnapshotSession open(Database source, Patience patience) throws SQLException {
        return open(source, patience, true);
    }

    /** @param subscriptions whether they are read too */
    static SnapshotSession open(Database source, Patience patience, boolean subscriptions) throws SQLException {
        Connection connection = source.connect();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            SnapshotAttempt attempt = new SnapshotAttempt(source, connection, patience, subscriptions);
            for (int left = patience.attempts() - 1; ; left--) {
                try {
                    return attempt.make();
                } catch (CaptureException.Locked | CaptureException.SchemaChanged e) {
                    if (left == 0) {
                        throw e;
                    }
                    connection.rollback();
                }
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The name under which {@code SET TRANSACTION SNAPSHOT} takes this session's view of the database. */
    String id() {
        return id;
    }

    /** When the source's state was seen, by the server's clock. */
    Instant takenAt() {
        return takenAt;
    }

    /** As it was read in the snapshot. */
    Catalog catalog() {
        return catalog;
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
            Set<String> changed = types.changedIn(TypeMeanings.read(witness));
            if (!changed.isEmpty()) {
                throw new CaptureException.SchemaChanged("type " + String.join(", ", changed));
            }
        }
        return !CatalogDigest.now(source).equals(digest);
    }

    /** Ends the transaction and frees the locks. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
