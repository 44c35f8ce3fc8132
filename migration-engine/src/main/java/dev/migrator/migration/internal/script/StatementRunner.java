package dev.migrator.migration.internal.script;

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
final class StatementRunner {

    private static final int ROWS_AT_A_TIME = 1000;
    private static final int COPY_BUFFER = 1 << 16;

    private final Connection connection;
    private final PGConnection postgres;
    private final QueryExecutor executor;

    /** From here on the connection speaks the simple protocol. */
    StatementRunner(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
        this.executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        executor.setPreferQueryMode(PreferQueryMode.SIMPLE);
    }

    boolean standardConformingStrings() {
        return !"off".equals(postgres.getParameterStatus("standard_conforming_strings"));
    }

    boolean isInTransaction() {
        return executor.getTransactionState() != TransactionState.IDLE;
    }

    /**
     * Runs one statement, with the rows that follow it where it is a COPY.
     *
     * @throws ScriptFault where the server refuses it
     */
    void run(SqlStatement statement, StatementSplitter script) throws IOException {
        if (statement.copiesIn()) {
            copy(statement, script);
            return;
        }
        try {
            if (statement.queries() && !connection.getAutoCommit()) {
                query(statement.text());
            } else {
                execute(statement.text());
            }
        } catch (SQLException e) {
            throw RefusedStatement.fault(statement, 0, e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Reads the rows in portions, since the simple protocol would put all of them into memory. */
    private void query(String sql) throws SQLException {
        executor.setPreferQueryMode(PreferQueryMode.EXTENDED);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(ROWS_AT_A_TIME);
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        // A row of a query in a script is of interest to nobody; that the query runs to its end is.
                    }
                }
            }
        } finally {
            executor.setPreferQueryMode(PreferQueryMode.SIMPLE);
        }
    }

    private void copy(SqlStatement statement, StatementSplitter script) throws IOException {
        int rowsFrom = 0;
        try {
            CopyIn copy = postgres.getCopyAPI().copyIn(statement.text());
            try {
                rowsFrom = script.lineOfRows();
                Writer rows = new OutputStreamWriter(new PGCopyOutputStream(copy, COPY_BUFFER), StandardCharsets.UTF_8);
                script.transferRows(rows);
                rows.flush();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw RefusedStatement.fault(statement, rowsFrom, e);
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException refusal) {
                throw RefusedStatement.fault(statement, rowsFrom, refusal);
            }
            throw e;
        }
    }
}
