package dev.migrator.profile.load;

import dev.migrator.catalog.Statement;
import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs statements of a plan one after another, each in a transaction of its own, so that it is known which one the server refuses. */
final class OneByOne implements Job {

    private final List<Statement> statements;
    private final Database database;

    /**
     * @param statements at least one
     * @param database for messages
     */
    OneByOne(List<Statement> statements, Database database) {
        this.statements = statements;
        this.database = database;
    }

    @Override
    public String subject() {
        return statements.get(0).object().toString();
    }

    @Override
    public void run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Statement next : statements) {
                try {
                    statement.execute(next.sql());
                } catch (SQLException e) {
                    throw RestoreException.inWords(e, next.object().toString(), database);
                }
            }
        }
    }
}
