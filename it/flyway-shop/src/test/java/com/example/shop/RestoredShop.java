package com.example.shop;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The database that {@code migrator:restore} has put in place. */
final class RestoredShop {

    private RestoredShop() {}

    /** The rows of a query, their columns with blanks between them. */
    static List<String> rows(String query) throws SQLException, IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("target", "migrator", "connection.properties"))) {
            properties.load(file);
        }
        try (Connection connection = DriverManager.getConnection(properties.getProperty("url"), properties);
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(found.getString(i));
                }
                rows.add(String.join(" ", cells));
            }
            return rows;
        }
    }
}
