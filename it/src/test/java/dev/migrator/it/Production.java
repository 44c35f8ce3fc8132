package dev.migrator.it;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import dev.migrator.testing.TestS3;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The world around the sample application while Maven builds it: a server in the part of production, and a bucket in S3. Both end with the
 * JVM that asked for them, which is that of the outer build.
 */
public final class Production {

    /** Known to the builds by their environment; see the POM of this module. */
    private static final String PASSWORD = "production-of-the-tests";

    private static final String OWNER = "desk_owner";

    private Production() {}

    /**
     * Starts both and writes where they are to {@code test.properties}, from which the invoker takes the properties of its builds.
     *
     * @param project the folder of the sample's clone
     * @param backend {@code it.backend} of the outer build
     * @param majors {@code it.majors} of the outer build; production runs on the lowest
     */
    public static void prepare(Path project, String backend, String majors) throws SQLException, IOException {
        System.setProperty("it.backend", backend);
        System.setProperty("it.majors", majors);
        Database database = database();
        TestS3 s3 = TestS3.shared();

        Properties properties = new Properties();
        properties.setProperty("customer1.url", database.url());
        properties.setProperty("customer1.user", OWNER);
        properties.setProperty("migrator.source.url", database.url());
        properties.setProperty("migrator.source.user", OWNER);
        properties.setProperty("migrator.store", "s3://" + s3.createBucket() + "/support-desk");
        properties.setProperty("migrator.s3.endpoint", s3.endpoint().toString());
        properties.setProperty("migrator.s3.region", s3.region());
        properties.setProperty("migrator.s3.pathStyle", "true");
        try (Writer writer = Files.newBufferedWriter(project.resolve("test.properties"))) {
            properties.store(writer, null);
        }
    }

    private static Database database() throws SQLException {
        TestPostgres server = TestPostgres.of(TestPostgres.majors().get(0));
        Database database = server.createDatabase("support_desk");
        try (var connection = server.maintenance().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("ALTER DATABASE " + database.name() + " OWNER TO " + OWNER);
        }
        return database;
    }
}
