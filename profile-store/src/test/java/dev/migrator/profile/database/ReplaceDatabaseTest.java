package dev.migrator.profile.database;

import static dev.migrator.profile.database.Replacement.ONE_TABLE;
import static dev.migrator.profile.database.Replacement.databaseExists;
import static dev.migrator.profile.database.Replacement.execute;
import static dev.migrator.profile.database.Replacement.leftovers;
import static dev.migrator.profile.database.Replacement.tableExists;
import static dev.migrator.profile.database.Replacement.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.catalog.DatabaseState;
import dev.migrator.catalog.DatabaseState.Setting;
import dev.migrator.catalog.ScratchDatabase;
import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplaceDatabaseTest {

    private static final String MAJORS = "dev.migrator.testing.TestPostgres#majors";

    private final TestPostgres server = TestPostgres.newest();

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aTargetThatDoesNotExistIsMade(int major) throws SQLException {
        Database target = absent(TestPostgres.of(major));

        Replaced replaced = Replacement.of(target).run();

        assertThat(replaced.existedBefore()).isFalse();
        assertThat(tableExists(target, "restored")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aTargetOfOursIsReplacedAndItsFormerDatabaseDropped(int major) throws SQLException {
        Database target = absent(TestPostgres.of(major));
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");

        Replaced replaced = Replacement.of(target).run();

        assertThat(replaced.existedBefore()).isTrue();
        assertThat(tableExists(target, "before")).isFalse();
        assertThat(tableExists(target, "restored")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

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

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aFillingThatFailsLeavesTheTargetAsItWas(int major) throws SQLException {
        Database target = absent(TestPostgres.of(major));
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");

        assertThatThrownBy(() -> Replacement.of(target)
                        .filling(fresh -> execute(fresh, "CREATE TABLE public.half()", "SELECT 1/0"))
                        .run())
                .isInstanceOf(MigratorException.class);

        assertThat(tableExists(target, "before")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void aReplayThatFailsLeavesTheTargetAsItWas() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");

        assertThatThrownBy(() -> Replacement.of(target)
                        .replay(fresh -> {
                            throw new MigratorException("migration failed", "002_x.sql", "Mend it");
                        })
                        .run())
                .hasMessageContaining("002_x.sql");

        assertThat(tableExists(target, "before")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void whatAKilledRunLeftIsDroppedEvenWhileItsSessionsAreStillBusy() throws SQLException {
        Database target = absent(server);
        Database half = target.named(new ReservedNames(target.name()).fresh());
        execute(server.maintenance(), "CREATE DATABASE \"" + half.name() + "\"");
        try (Connection lingering = half.connect()) {
            Replacement.of(target).run();

            assertThat(lingering.isValid(0)).isFalse();
        }
        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void aScratchDatabaseThatAKilledComparisonLeftIsDropped() throws SQLException {
        Database target = absent(server);
        Database fresh = target.named(new ReservedNames(target.name()).fresh());
        execute(server.maintenance(), "CREATE DATABASE \"" + ScratchDatabase.prefixFor(fresh) + "0\"");

        Replacement.of(target).run();

        assertThat(leftovers(target)).isEmpty();
    }

    /** The instant after the commit and before the drop: all that a kill there leaves is the former database. */
    @Test
    void aFormerDatabaseThatWasNotDroppedIsDroppedByTheNextRun() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        ReplacementRequest request = Replacement.of(target).request();
        try (TargetLock lock = TargetLock.take(target)) {
            TargetGuard guard = new TargetGuard(request);
            Optional<ExistingDatabase> old = guard.check(lock.connection());
            String fresh = new ReservedNames(target.name()).fresh();
            new FreshDatabase(lock.connection(), event -> {}).create(fresh, DatabaseShape.PLAIN);
            execute(target.named(fresh), "CREATE TABLE public.second()");
            new Swap(lock, guard, request).perform(old);
        }
        assertThat(tableExists(target, "second")).isTrue();
        assertThat(leftovers(target)).containsExactly(new ReservedNames(target.name()).old());

        Replacement.of(target).overwrite(target.name()).run();

        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void aSubscriptionInTheFormerDatabaseDoesNotStandInTheWay() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        execute(target, "CREATE SUBSCRIPTION feed CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false)");

        Replacement.of(target).run();

        assertThat(leftovers(target)).isEmpty();
        assertThat(value(
                        target,
                        "SELECT count(*) FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid"
                                + " WHERE d.datname = current_database()"))
                .isEqualTo("0");
    }

    @Test
    void aRoleThatMayOnlyCreateDatabasesCanReplaceItsOwn() throws SQLException {
        String role = "creator_" + UUID.randomUUID().toString().substring(0, 8);
        execute(server.maintenance(), "CREATE ROLE \"" + role + "\" LOGIN CREATEDB PASSWORD 'pw'");
        Database target = server.database(name(), role, "pw");

        Replacement.of(target).filling(ONE_TABLE).run();
        Replacement.of(target).run();

        assertThat(databaseExists(target)).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    static String name() {
        return "test_" + UUID.randomUUID().toString().substring(0, 13);
    }

    static Database absent(TestPostgres server) {
        return server.database(name());
    }

    private static Filling shaped(String comment, List<Setting> settings) {
        return shaped(state("libc", "C", null, settings, comment));
    }

    private static Filling shaped(DatabaseState state) {
        return new Filling() {
            @Override
            public DatabaseShape shape() {
                return new DatabaseShape(state, false);
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
                List.of(), comment);
    }
}
