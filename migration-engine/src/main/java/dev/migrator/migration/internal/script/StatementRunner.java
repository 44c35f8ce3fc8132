package dev.migrator.migration.internal.script;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Sends statements to the server as psql sends them: the text as it stands, in the simple protocol, so that the driver's own idea of
 * where a statement ends is never asked.
 */
final class StatementRunner implements StatementStep {

    private static final int ROWS_AT_A_TIME = 1000;
    private static final int COPY_BUFFER = 1 << 16;

    private final Connection connection;
    private final PGConnection postgres;
    private final QueryExecutor executor;

    /** One for all that answers with no rows; it is closed with its connection. */
    private final Statement statement;

    /** From here on the connection speaks the simple protocol. */
    StatementRunner(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
        this.executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        executor.setPreferQueryMode(PreferQueryMode.SIMPLE);
        this.statement = connection.createStatement();
        statement.setEscapeProcessing(false);
    }

    boolean standardConformingStrings() {
        return !"off".equals(postgres.getParameterStatus("standard_conforming_strings"));
    }

    boolean isInTransaction() {
        return executor.getTransactionState() != TransactionState.IDLE;
    }

    /** Runs one statement, with the rows that follow it where it is a COPY. */
    @Override
    public void run(SqlStatement next, ScriptStatements script) throws IOException {
        if (next.copiesIn()) {
            copy(next, script.rows());
            return;
        }
        try {
            if (next.queries() && !connection.getAutoCommit()) {
                query(next.text());
            } else {
                statement.execute(next.text());
            }
        } catch (SQLException e) {
            throw RefusedStatement.fault(next, 0, e);
        }
    }

    /** Reads the rows in portions, since the simple protocol would put all of them into memory. */
    private void query(String sql) throws SQLException {
        executor.setPreferQueryMode(PreferQueryMode.EXTENDED);
        try (Statement query = connection.createStatement()) {
            query.setEscapeProcessing(false);
            query.setFetchSize(ROWS_AT_A_TIME);
            if (query.execute(sql)) {
                try (ResultSet rows = query.getResultSet()) {
                    while (rows.next()) {
                        // A row of a query in a script is of interest to nobody; that the query runs to its end is.
                    }
                }
            }
        } finally {
            executor.setPreferQueryMode(PreferQueryMode.SIMPLE);
        }
    }

    private void copy(SqlStatement next, StatementSplitter script) throws IOException {
        int rowsFrom = 0;
        try {
            CopyIn copy = postgres.getCopyAPI().copyIn(next.text());
            try {
                rowsFrom = script.lineOfRows();
                Writer rows = new BufferedWriter(
                        new OutputStreamWriter(new PGCopyOutputStream(copy, COPY_BUFFER), StandardCharsets.UTF_8),
                        COPY_BUFFER);
                script.transferRows(rows);
                rows.flush();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw RefusedStatement.fault(next, rowsFrom, e);
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException refusal) {
                throw RefusedStatement.fault(next, rowsFrom, refusal);
            }
            throw e;
        }
    }
}
