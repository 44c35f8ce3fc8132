package dev.migrator.profile.load;

import dev.migrator.catalog.Statement;
import dev.migrator.postgres.Database;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs statements of a plan in order, many in one round trip and few in one transaction, so that the server's table of locks never fills. */
final class SchemaWriter implements Job {

    private static final int STATEMENTS_A_TRANSACTION = 50;

    private final List<Statement> statements;
    private final Database database;

    /** @param database for messages */
    SchemaWriter(List<Statement> statements, Database database) {
        this.statements = statements;
        this.database = database;
    }

    @Override
    public String subject() {
        return "the schema";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        for (int from = 0; from < statements.size(); from += STATEMENTS_A_TRANSACTION) {
            List<Statement> some =
                    statements.subList(from, Math.min(statements.size(), from + STATEMENTS_A_TRANSACTION));
            try {
                runTogether(connection, some);
            } catch (BatchUpdateException e) {
                // The driver does not tell reliably which one failed.
                new OneByOne(some, database).run(connection);
            }
        }
    }

    private static void runTogether(Connection connection, List<Statement> statements) throws SQLException {
        connection.setAutoCommit(false);
        try (var batch = connection.createStatement()) {
            batch.setEscapeProcessing(false);
            for (Statement next : statements) {
                batch.addBatch(next.sql());
            }
            batch.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
