package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.manifest.ExtensionVersion;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtensionVersionsTest {

    private static final String TABLE = "CREATE TABLE settings (name text);";
    private static final String VERSION = "SELECT extversion FROM pg_extension WHERE extname <> 'plpgsql'";

    private final TestPostgres newest = TestPostgres.newest();

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void theSnapshotsVersionComesBackWhereTheServerOffersIt(int major) throws SQLException {
        TestPostgres server = TestPostgres.of(major);
        Taken taken = Taken.of(database(server, """
                CREATE EXTENSION hstore VERSION '1.7';
                CREATE TABLE t (bag hstore);
                INSERT INTO t VALUES ('a=>1')"""));
        Restoring restoring = Restoring.of(taken, absent(server));

        Database restored = restoring.run();

        assertThat(taken.manifest().extensions()).containsExactly(new ExtensionVersion("hstore", "1.7"));
        assertThat(values(restored, VERSION)).isEqualTo("1.7");
        assertThat(notices(restoring)).isEmpty();
    }

    @Test
    void anotherVersionIsInstalledAndToldWhereTheServerHasNoOther() throws SQLException {
        try (OwnExtension extension = new OwnExtension(newest)) {
            extension.offer("1", TABLE);
            Taken taken = Taken.of(database(newest, "CREATE EXTENSION settled SCHEMA public"));
            extension.offer("2", TABLE);
            Restoring restoring = Restoring.of(taken, absent(newest));

            restoring.check();
            String told =
                    "extension settled comes back as version 2: the snapshot has 1, which the server does not offer";
            assertThat(notices(restoring)).as("told by a dry run").containsExactly(told);

            Database restored = restoring.run();
            assertThat(values(restored, VERSION)).isEqualTo("2");
            assertThat(notices(restoring)).containsExactly(told, told);
        }
    }

    @Test
    void anExtensionThatTheServerLacksIsNamedBeforeAnythingIsMade() throws SQLException {
        try (OwnExtension extension = new OwnExtension(newest)) {
            extension.offer("1", TABLE);
            Taken taken = Taken.of(database(newest, "CREATE EXTENSION settled SCHEMA public"));
            extension.withdraw();
            Restoring restoring = Restoring.of(taken, absent(newest));

            assertThatThrownBy(restoring::run)
                    .isInstanceOf(RestoreException.ExtensionsMissing.class)
                    .hasMessage("the server lacks extensions of the snapshot: settled at " + restoring.target.server()
                            + " (PostgreSQL " + newest.major()
                            + "). Install their packages on the server, or restore into a server that has them");
            assertThat(restoring.events).isEmpty();
        }
    }

    private static List<String> notices(Restoring restoring) {
        return restoring.events.stream()
                .filter(Notice.class::isInstance)
                .map(event -> ((Notice) event).text())
                .toList();
    }
}
