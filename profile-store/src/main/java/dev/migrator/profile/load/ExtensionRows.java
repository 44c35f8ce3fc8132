package dev.migrator.profile.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Loads the rows of extensions' tables one after another, since their keys are there already. */
final class ExtensionRows implements Job {

    private final List<TableLoad> tables;

    ExtensionRows(List<TableLoad> tables) {
        this.tables = tables;
    }

    @Override
    public String subject() {
        return "the tables of extensions";
    }

    @Override
    public void run(Connection connection) throws SQLException {
        for (TableLoad table : tables) {
            table.run(connection);
        }
    }
}
