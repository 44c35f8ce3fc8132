package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerRefusal;
import dev.migrator.profile.internal.CutConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A connection that sees what the leader sees, and where the bytes go that are read from it. Each range of a table is read in one short
 * transaction of its own, so that the server's table of locks never fills.
 *
 * <p>Not safe for use by several threads, but for {@link #abort()}.
 */
final class SnapshotReader {

    /** Rows in the order in which they lie, which a parallel plan would not keep. */
    private static final String SETTINGS = "SET max_parallel_workers_per_gather = 0";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** What the majors say of a snapshot whose transaction has ended. */
    private static final List<String> NO_SUCH_SNAPSHOT = List.of("22023", "42704");

    private final Database source;
    private final Connection connection;
    private final String begin;
    private final ChunkSink sink;
    private final LongConsumer progress;
    private final CopyReader copies;

    private SnapshotReader(
            Database source, Connection connection, String snapshot, ChunkSink sink, LongConsumer progress) {
        this.source = source;
        this.connection = connection;
        this.begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '" + snapshot + "'";
        this.sink = sink;
        this.progress = progress;
        this.copies = new CopyReader(new RowCutter(sink), progress);
    }

    /**
     * Connects.
     *
     * @param snapshot as the leader exported it
     * @param progress is given each number of bytes read
     */
    static SnapshotReader connect(Database source, String snapshot, ChunkSink sink, LongConsumer progress)
            throws SQLException {
        Connection connection = source.connect();
        SnapshotReader reader = new SnapshotReader(source, connection, snapshot, sink, progress);
        try {
            reader.run(SETTINGS);
            return reader;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** What is done in a transaction that sees the leader's snapshot. */
    @FunctionalInterface
    interface Reading {
        void from(Connection connection) throws SQLException;
    }

    /**
     * Reads a range of a table.
     *
     * @param copy reads the range
     * @throws CaptureException.Locked at once where a session waits for the leader's lock to be freed, since we would wait behind it
     */
    CapturedRows rows(SourceTable table, String copy) throws SQLException {
        try {
            run(begin + "; LOCK TABLE ONLY " + table.sqlName() + " IN ACCESS SHARE MODE NOWAIT");
        } catch (SQLException e) {
            throw notBegun(e, table);
        }
        CapturedRows rows = copies.read(connection, table.toString(), copy);
        run("COMMIT");
        return rows;
    }

    /** Reads something that needs no lock. */
    void inSnapshot(Reading reading) throws SQLException {
        try {
            run(begin);
        } catch (SQLException e) {
            throw lost(e);
        }
        reading.from(connection);
        run("COMMIT");
    }

    /** Takes bytes that are no rows. */
    ChunkSink pieces() {
        return (plain, offset, length, rows) -> {
            progress.accept(length);
            return sink.add(plain, offset, length, rows);
        };
    }

    /** Makes whatever waits on the connection fail; for another thread to call. */
    void abort() {
        CutConnection.cut(connection);
    }

    /**
     * Lets go of the connection.
     *
     * @param idle whether nothing is at work on it; else it is cut off, as it may be in the midst of a COPY
     */
    void close(boolean idle) throws SQLException {
        if (idle) {
            connection.close();
        } else {
            connection.abort(Runnable::run);
        }
    }

    private SQLException notBegun(SQLException refusal, SourceTable table) throws SQLException {
        if (LOCK_NOT_AVAILABLE.equals(refusal.getSQLState())) {
            try (Connection other = source.connect()) {
                throw new CaptureException.Locked(Blocker.ofTables(other, List.of(table.oid())), table.toString());
            }
        }
        return lost(refusal);
    }

    private SQLException lost(SQLException refusal) {
        if (NO_SUCH_SNAPSHOT.contains(String.valueOf(refusal.getSQLState()))) {
            throw new CaptureException.SnapshotLost(
                    source.server(), ServerRefusal.of(refusal).withoutValues());
        }
        return refusal;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
