package dev.migrator.catalog.random;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One random schema in a database of its own, whose script is kept where the trial fails. Drops its databases at once: a server with
 * thousands of them is slow.
 */
final class Trial implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("target", "random-schemas");

    private final long seed;
    private final int major;
    private final TestPostgres server;
    private final Database source;
    private final RandomSchema schema;
    private final Map<Database, TestPostgres> databases = new LinkedHashMap<>();

    /** What is tried with the schema. */
    interface Attempt {
        void run() throws Exception;
    }

    Trial(long seed, int major) throws SQLException {
        this.seed = seed;
        this.major = major;
        this.server = TestPostgres.of(major);
        RandomRoles.create(server.maintenance());
        this.source = dropping(server.createDatabase("random"));
        this.schema = RandomSchema.create(seed, major, source);
    }

    /** Fails as the attempt does, in words that say how to see and how to repeat it. */
    void run(Attempt attempt) throws IOException {
        Path script = Files.createDirectories(SCRIPTS).resolve("seed-" + seed + "-on-" + major + ".sql");
        Files.writeString(script, schema.script());
        try {
            attempt.run();
        } catch (AssertionError | Exception e) {
            throw new AssertionError(
                    """
                    seed %d on %d does not come back. What made it: %s. To run it alone:
                    mvn verify -pl pg-catalog -am -Dtest=RandomSchemasTest -Dsurefire.failIfNoSpecifiedTests=false -Dit.seed=%d -Dit.majors=%s
                    %s""".formatted(
                                    seed,
                                    major,
                                    script.toAbsolutePath(),
                                    seed,
                                    System.getProperty("it.majors", ""),
                                    e.getMessage()),
                    e);
        }
        Files.delete(script);
    }

    TestPostgres server() {
        return server;
    }

    Database source() {
        return source;
    }

    RandomSchema schema() {
        return schema;
    }

    /** Drops a database of this server when the trial is over. */
    Database dropping(Database database) {
        return dropping(database, server);
    }

    Database dropping(Database database, TestPostgres on) {
        databases.put(database, on);
        return database;
    }

    @Override
    public void close() throws SQLException {
        for (Map.Entry<Database, TestPostgres> database : databases.entrySet()) {
            try (var connection = database.getValue().maintenance().connect();
                    var statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS "
                        + SqlText.name(database.getKey().name()) + " WITH (FORCE)");
            }
        }
    }
}
