package dev.migrator.profile.database;

import static dev.migrator.profile.database.ReplaceDatabaseTest.absent;
import static dev.migrator.profile.database.Replacement.ONE_TABLE;
import static dev.migrator.profile.database.Replacement.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.DatabaseState;
import dev.migrator.catalog.DatabaseState.Setting;
import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a new database takes over from the source as a whole: encoding, locale, settings, comment. */
class DatabaseShapeTest {

    private final TestPostgres server = TestPostgres.newest();

    @Test
    void theNewDatabaseCarriesTheMarkerBelowTheSourcesComment() throws SQLException {
        Database target = absent(server);
        Marker marker = Marker.now(new ProfileName("customer1"), null);

        Replacement.of(target)
                .marker(marker)
                .filling(shaped("The desk\nof customer 1", List.of()))
                .run();

        String comment = value(
                target,
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()");
        assertThat(Marker.in(comment)).contains(marker);
        assertThat(Marker.strip(comment)).isEqualTo("The desk\nof customer 1");
    }

    @Test
    void settingsOfTheSourceHoldDuringTheReplayAndAfterIt() throws SQLException {
        Database target = absent(server);
        String[] during = new String[1];
        String query = "SELECT current_setting('app.mode', true)";

        Replacement.of(target)
                .filling(shaped(null, List.of(new Setting("app.mode", "'test'"))))
                .replay(fresh -> during[0] = value(fresh, query))
                .run();

        assertThat(during[0]).isEqualTo("test");
        assertThat(value(target, query)).isEqualTo("test");
    }

    @Test
    void aSettingThatTheServerDoesNotKnowBecomesANoticeWithoutItsValue() throws SQLException {
        Replacement replacement = Replacement.of(absent(server))
                .filling(shaped(null, List.of(new Setting("no_such_setting", "'s3cret'"))));

        replacement.run();

        assertThat(replacement.events)
                .filteredOn(Notice.class::isInstance)
                .singleElement()
                .asString()
                .contains("no_such_setting")
                .doesNotContain("s3cret");
    }

    @Test
    void aLocaleThatTheServerLacksIsReplacedAndSaid() throws SQLException {
        Database target = absent(server);
        DatabaseState state = state("libc", "xx_YY.UTF-8", null, List.of());
        Replacement replacement = Replacement.of(target).filling(shaped(state));

        replacement.run();

        assertThat(value(target, "SELECT current_setting('server_encoding')")).isEqualTo("UTF8");
        assertThat(replacement.events).anySatisfy(event -> assertThat(event.toString())
                .contains("has not the source's locale (libc xx_YY.UTF-8)"));
    }

    @Test
    void anIcuLocaleComesAlong() throws SQLException {
        Database target = absent(server);
        DatabaseState state = state("icu", "C", "de-AT", List.of());

        Replacement.of(target).filling(shaped(state)).run();

        String column = server.major() < 17 ? "daticulocale" : "datlocale";
        assertThat(value(target, "SELECT " + column + " FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("de-AT");
    }

    private static Filling shaped(String comment, List<Setting> settings) {
        return shaped(state("libc", "C", null, settings, comment));
    }

    private static Filling shaped(DatabaseState state) {
        return new Filling() {
            @Override
            public DatabaseShape shape() {
                return new DatabaseShape(state, false, false, true);
            }

            @Override
            public void fill(Database fresh) throws SQLException {
                ONE_TABLE.fill(fresh);
            }
        };
    }

    private static DatabaseState state(String provider, String collate, String locale, List<Setting> settings) {
        return state(provider, collate, locale, settings, null);
    }

    private static DatabaseState state(
            String provider, String collate, String locale, List<Setting> settings, String comment) {
        return new DatabaseState(
                "UTF8", provider, collate, collate, locale, null, "nobody", -1, settings, List.of(), List.of(),
                List.of(), comment, null, null);
    }
}
