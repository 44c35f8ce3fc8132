package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An extension of our own, in a folder that the server is told of; only 18 can be told. */
class ExtensionRowsTest {

    private static final String SCRIPT = """
            CREATE TABLE settings (name text PRIMARY KEY, value text, shipped boolean DEFAULT false);
            CREATE TABLE logged (name text);
            INSERT INTO settings VALUES ('colour', 'red', true);
            INSERT INTO logged VALUES ('made by the extension');
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
            $f$ BEGIN INSERT INTO @extschema@.logged VALUES (NEW.name); RETURN NEW; END $f$;
            CREATE TRIGGER noted AFTER INSERT ON settings FOR EACH ROW EXECUTE FUNCTION note();
            SELECT pg_extension_config_dump('settings', 'WHERE NOT shipped');
            SELECT pg_extension_config_dump('logged', '');
            """;

    private final TestPostgres server = TestPostgres.newest();
    private final String folder = "/tmp/migrator-" + UUID.randomUUID();

    @BeforeEach
    void anExtensionWithAConfigurationTable() throws SQLException {
        assumeTrue(server.major() >= 18, "extension_control_path came with 18");
        execute(
                server.maintenance(),
                "COPY (SELECT '') TO PROGRAM 'cat > /dev/null; mkdir -p " + folder + "/extension'",
                "COPY (SELECT 'default_version = ''1''') TO '" + folder + "/extension/settled.control'",
                "COPY (SELECT unnest(string_to_array($s$" + SCRIPT + "$s$, E'\\n'))) TO '" + folder
                        + "/extension/settled--1.sql'",
                "ALTER ROLE " + server.user() + " SET extension_control_path = '" + folder + ":$system'");
    }

    @AfterEach
    void withoutTheExtension() throws SQLException {
        if (server.major() >= 18) {
            execute(
                    server.maintenance(),
                    "ALTER ROLE " + server.user() + " RESET extension_control_path",
                    "COPY (SELECT '') TO PROGRAM 'cat > /dev/null; rm -rf " + folder + "'");
        }
    }

    @Test
    void whatTheUserHasSetIsLoadedBesideWhatTheExtensionShips() throws SQLException {
        Database source = source();

        Database restored = Restoring.of(Taken.of(source), absent(server)).run();

        assertThat(values(restored, "SELECT name || '=' || value FROM public.settings ORDER BY 1"))
                .isEqualTo("colour=red,size=large");
        assertThat(values(restored, "SELECT name FROM public.logged ORDER BY 1"))
                .as("no trigger fired, and what the extension put there is there once")
                .isEqualTo("made by the extension,size");
    }

    @Test
    void anExtensionThatTheServerLacksIsNamedBeforeAnythingIsMade() throws SQLException {
        Taken taken = Taken.of(source());
        execute(server.maintenance(), "ALTER ROLE " + server.user() + " RESET extension_control_path");
        Restoring restoring = Restoring.of(taken, absent(server));

        assertThatThrownBy(restoring::run)
                .isInstanceOf(RestoreException.ExtensionsMissing.class)
                .hasMessageContaining("settled at " + restoring.target.server() + " (PostgreSQL " + server.major());
        assertThat(restoring.events).isEmpty();
    }

    private Database source() throws SQLException {
        return Restoring.database(
                server,
                "CREATE EXTENSION settled SCHEMA public; INSERT INTO settings (name, value) VALUES ('size', 'large')");
    }
}
