package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatTheUserHasSetIsLoadedBesideWhatTheExtensionShips() throws SQLException {
        try (OwnExtension extension = new OwnExtension(server)) {
            extension.offer("1", SCRIPT);
            Database source = Restoring.database(
                    server,
                    "CREATE EXTENSION settled SCHEMA public;"
                            + "INSERT INTO settings (name, value) VALUES ('size', 'large')");

            Database restored = Restoring.of(Taken.of(source), absent(server)).run();

            assertThat(values(restored, "SELECT name || '=' || value FROM public.settings ORDER BY 1"))
                    .isEqualTo("colour=red,size=large");
            assertThat(values(restored, "SELECT name FROM public.logged ORDER BY 1"))
                    .as("no trigger fired, and what the extension put there is there once")
                    .isEqualTo("made by the extension,size");
        }
    }
}
