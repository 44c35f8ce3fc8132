package dev.migrator.profile.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Loads the rows of extensions' tables one after another. Their triggers and foreign keys are there already, unlike those of other
 * tables, so they are switched off where the role may.
 */
final class ExtensionRows implements Job {

    private final List<TableLoad> tables;
    private final boolean replicaRole;

    /** @param replicaRole whether the role may set session_replication_role */
    ExtensionRows(List<TableLoad> tables, boolean replicaRole) {
        this.tables = tables;
        this.replicaRole = replicaRole;
    }

    @Override
    public String subject() {
        return "the tables of extensions";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        if (replicaRole) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
            }
        }
        for (TableLoad table : tables) {
            table.run(connection);
        }
    }
}
