package dev.migrator.profile.load;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.ServerRefusal;
import dev.migrator.profile.event.ProgressEvent.TableDone;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.internal.StepProgress;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.ChunkSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams the chunks of one table into it, one in memory at a time.
 *
 * <p>Triggers, rules and foreign keys are made after all rows, so nothing has to be switched off. A table that is truncated in the same
 * transaction takes its rows frozen, and without writing them to the WAL where wal_level is minimal.
 */
final class TableLoad implements Job {

    private final TableContent table;
    private final boolean ofExtension;
    private final ChunkSource chunks;
    private final StepProgress progress;
    private final ProgressListener listener;

    /** @param ofExtension whether an extension has made the table, and perhaps put rows of its own into it */
    TableLoad(
            TableContent table,
            boolean ofExtension,
            ChunkSource chunks,
            StepProgress progress,
            ProgressListener listener) {
        this.table = table;
        this.ofExtension = ofExtension;
        this.chunks = chunks;
        this.progress = progress;
        this.listener = listener;
    }

    @Override
    public String subject() {
        return Rows.subject(table);
    }

    @Override
    public void run(Connection connection) throws SQLException {
        if (table.chunks().isEmpty() && !ofExtension) {
            return;
        }
        boolean truncated = Rows.direct(table) && !ofExtension;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            if (truncated) {
                statement.execute("TRUNCATE ONLY " + table.loadInto());
            } else if (ofExtension) {
                statement.execute(Rows.delete(table));
            }
        }
        copy(connection, Rows.in(table, truncated));
        connection.commit();
        connection.setAutoCommit(true);
        listener.on(new TableDone(table.schema() + "." + table.name(), table.rows(), table.bytes()));
    }

    private void copy(Connection connection, String statement) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            for (Chunk chunk : table.chunks()) {
                byte[] rows = read(chunk);
                copy.writeToCopy(rows, 0, rows.length);
                progress.add(rows.length);
            }
            copy.endCopy();
        } catch (SQLException e) {
            throw refused(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private byte[] read(Chunk chunk) {
        try {
            return chunks.read(chunk);
        } catch (MigratorException e) {
            throw new RestoreException.ChunkUnreadable(subject(), e);
        }
    }

    private MigratorException refused(SQLException e) throws SQLException {
        ServerRefusal refusal = ServerRefusal.of(e);
        boolean ofTheServer = ServerFailureException.in(e, "").isPresent();
        if (ofTheServer || refusal.sqlState().equals("42501")) {
            throw e;
        }
        return new RestoreException.RowsRefused(subject(), place(refusal), refusal);
    }

    /** A row is a line of the COPY; which chunk it lies in follows from how many rows each chunk has. */
    private String place(ServerRefusal refusal) {
        long line = refusal.copyLine();
        String column = refusal.copyColumn() == null ? "" : ", column " + refusal.copyColumn();
        long before = 0;
        for (int i = 0; line > 0 && i < table.chunks().size(); i++) {
            long rows = table.chunks().get(i).rows();
            if (line <= before + rows) {
                return "row " + (line - before) + " of chunk " + (i + 1) + " of "
                        + table.chunks().size() + column;
            }
            before += rows;
        }
        return "";
    }
}
