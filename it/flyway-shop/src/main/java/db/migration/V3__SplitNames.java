package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Gives first and last names columns of their own. */
public class V3__SplitNames extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE customer ADD first text, ADD last text");
            var names = statement.executeQuery("SELECT id, name FROM customer");
            try (var update = connection.prepareStatement("UPDATE customer SET first = ?, last = ? WHERE id = ?")) {
                while (names.next()) {
                    String[] parts = names.getString(2).split(" ", 2);
                    update.setString(1, parts[0]);
                    update.setString(2, parts[1]);
                    update.setInt(3, names.getInt(1));
                    update.executeUpdate();
                }
            }
        }
    }
}
