package dev.migrator.it;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;

/**
 * An empty database in the part of a shop's production, which the sample's own engine fills; it ends with the JVM of the outer build. What
 * the engine is told of it must not lead a restore there.
 */
public final class ShopProduction {

    /** Known to the builds by their environment; see the POM of this module. */
    private static final String PASSWORD = "production-of-the-tests";

    private ShopProduction() {}

    /**
     * Makes it and writes where it is to {@code test.properties}.
     *
     * @param project the folder of the sample's clone
     * @param engine {@code flyway} or {@code liquibase}
     * @param userProperty what that engine calls the user: {@code user}
     */
    public static void prepare(Path project, String backend, String majors, String engine, String userProperty)
            throws SQLException, IOException {
        System.setProperty("it.backend", backend);
        System.setProperty("it.majors", majors);
        TestPostgres server = TestPostgres.of(TestPostgres.majors().get(0));
        Database database = server.createDatabase(engine + "_shop");
        String owner = engine + "_shop_owner";
        try (var connection = server.maintenance().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + owner + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("ALTER DATABASE " + database.name() + " OWNER TO " + owner);
        }
        Properties properties = new Properties();
        properties.setProperty(engine + ".url", database.url());
        properties.setProperty(engine + "." + userProperty, owner);
        properties.setProperty(engine + ".password", PASSWORD);
        properties.setProperty("migrator.source.url", database.url());
        properties.setProperty("migrator.source.user", owner);
        properties.setProperty("migrator.store", "file:" + project.resolve("store"));
        try (Writer writer = Files.newBufferedWriter(project.resolve("test.properties"))) {
            properties.store(writer, null);
        }
    }
}
