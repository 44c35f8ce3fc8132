package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.execute;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.UUID;

/**
 * An extension named {@code settled}, whose files a test puts on the server beside PostgreSQL's own. PostgreSQL looks for them elsewhere
 * than in its installation from 18 on; before that the test is skipped.
 */
final class OwnExtension implements AutoCloseable {

    private final TestPostgres server;
    private final String folder = "/tmp/migrator-" + UUID.randomUUID();

    OwnExtension(TestPostgres server) throws SQLException {
        assumeTrue(server.major() >= 18, "extension_control_path came with 18");
        this.server = server;
        execute(
                server.maintenance(),
                "ALTER ROLE " + server.user() + " SET extension_control_path = '" + folder + ":$system'");
    }

    /** Puts the files of a version there, of the only one that there is. */
    void offer(String version, String script) throws SQLException {
        withdraw();
        execute(
                server.maintenance(),
                "COPY (SELECT '') TO PROGRAM 'cat > /dev/null; mkdir -p " + folder + "/extension'",
                "COPY (SELECT 'default_version = ''" + version + "''') TO '" + folder + "/extension/settled.control'",
                "COPY (SELECT unnest(string_to_array($s$" + script + "$s$, E'\\n'))) TO '" + folder
                        + "/extension/settled--" + version + ".sql'");
    }

    /** Takes them away. */
    void withdraw() throws SQLException {
        execute(server.maintenance(), "COPY (SELECT '') TO PROGRAM 'cat > /dev/null; rm -rf " + folder + "'");
    }

    @Override
    public void close() throws SQLException {
        withdraw();
        execute(server.maintenance(), "ALTER ROLE " + server.user() + " RESET extension_control_path");
    }
}
