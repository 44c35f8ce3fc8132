package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.catalog.CatalogException;
import dev.migrator.catalog.CatalogReader;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.catalog.ScratchDatabase;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A subscription's name is unique in its database only, so that every copy may lie on one server. */
class SubscriptionKindTest {

    private static final String PLANTED = "planted-secret";

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    static Stream<Integer> majorsFrom16() {
        return TestPostgres.majors().stream().filter(major -> major >= 16);
    }

    static Stream<Integer> majorsFrom19() {
        return TestPostgres.majors().stream().filter(major -> major >= 19);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void comesBackDisabledWithItsSlotsNameItsOwnerAndItsComment(int major) throws Exception {
        String all = "binary = true, synchronous_commit = local, slot_name = 'other_slot', streaming = "
                + (major >= 16 ? "parallel, origin = none, run_as_owner = true, password_required = false" : "on")
                + (major >= 15 ? ", two_phase = true, disable_on_error = true" : "")
                + (major >= 17 ? ", failover = true" : "")
                + (major >= 19
                        ? ", retain_dead_tuples = true, max_retention_duration = 7, wal_receiver_timeout = '9s'"
                        : "");
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SUBSCRIPTION plain CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false, streaming = off);
                CREATE SUBSCRIPTION unasked CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false);
                CREATE SUBSCRIPTION loose CONNECTION '' PUBLICATION p WITH (connect = false, slot_name = NONE);
                COMMENT ON SUBSCRIPTION loose IS 'without a slot';
                CREATE SUBSCRIPTION everything CONNECTION 'user=''o\\''brien''' PUBLICATION z, "A b" WITH (connect = false, %s);
                ALTER SUBSCRIPTION everything ENABLE""".formatted(all));
        trip.isFaithful();
        assertThat(trip.object("subscription plain").definition().text())
                .isEqualTo("CREATE SUBSCRIPTION plain CONNECTION 'host=nowhere.invalid' PUBLICATION p"
                        + " WITH (connect = false, streaming = off)");
        assertThat(trip.object("subscription everything").definition().text()).contains("slot_name = 'other_slot'");
        assertThat(trip.object("subscription everything").owner()).isEqualTo("postgres");
        assertThat(trip.answer("SELECT bool_or(subenabled) FROM pg_subscription s JOIN pg_database d ON d.oid = subdbid"
                        + " WHERE datname = current_database()"))
                .isEqualTo("f");
    }

    @Test
    void mayBeCalledAsNoSlotCanBe() throws Exception {
        RoundTrip trip = RoundTrip.of(
                "CREATE SUBSCRIPTION \"Our feed\" CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false)");
        trip.readsBackTheSame();
        assertThat(trip.answer("SELECT DISTINCT subslotname FROM pg_subscription WHERE subname = 'Our feed'"))
                .isEqualTo("Our feed");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("majorsFrom16")
    void keepsAnOwnerWhoIsNoSuperuser(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false);
                ALTER SUBSCRIPTION s OWNER TO pg_monitor""");
        trip.isFaithful();
        assertThat(trip.object("subscription s").owner()).isEqualTo("pg_monitor");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("majorsFrom19")
    void takesItsConnectionFromAForeignServer(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SCHEMA ext; CREATE EXTENSION postgres_fdw SCHEMA ext;
                CREATE SERVER fs FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'nowhere.invalid');
                CREATE USER MAPPING FOR postgres SERVER fs OPTIONS (user 'u');
                CREATE SUBSCRIPTION a SERVER fs PUBLICATION p WITH (connect = false)""");
        trip.isFaithful();
        assertThat(trip.object("subscription a").definition().text()).startsWith("CREATE SUBSCRIPTION a SERVER fs ");
    }

    @Test
    void neverCarriesAPassword() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE SUBSCRIPTION pairs CONNECTION 'host=nowhere.invalid password=''planted-secret\\'' x'' user=u' PUBLICATION p WITH (connect = false);
                CREATE SUBSCRIPTION uri CONNECTION 'postgresql://u:planted-secret@nowhere.invalid/x?sslpassword=planted-secret' PUBLICATION p
                    WITH (connect = false)""");
        assertThat(trip.original().toString()).doesNotContain(PLANTED);
        assertThat(trip.readsBackTheSame()
                        .object("subscription pairs")
                        .definition()
                        .text())
                .contains("CONNECTION 'host=nowhere.invalid user=u'");
        assertThat(trip.object("subscription uri").definition().text())
                .contains("CONNECTION 'postgresql://u@nowhere.invalid/x'");
    }

    @Test
    void whoMayNotReadItIsToldItsNameAndTheWay() throws Exception {
        TestPostgres server = TestPostgres.newest();
        Database database = RoundTrip.databaseWith(
                server,
                "CREATE SUBSCRIPTION feed CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false)");
        Database asReader = server.database(database.name(), role(server), "pw");
        Database elsewhere = server.database(server.createDatabase("none").name(), asReader.user(), "pw");

        assertThatThrownBy(() -> RoundTrip.read(asReader))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("subscription feed")
                .hasMessageContaining("pg_read_all_data")
                .hasMessageContaining("-Dmigrator.subscriptions=false");
        assertThat(CatalogReader.read(asReader, false).catalog().objects())
                .noneMatch(object -> object.id().kind() == ObjectKind.SUBSCRIPTION);
        assertThat(RoundTrip.read(elsewhere).objects()).isNotEmpty();

        RoundTrip.run(server.maintenance(), "GRANT pg_read_all_data TO " + asReader.user());
        assertThat(RoundTrip.read(asReader).objects())
                .anyMatch(object -> object.id().toString().equals("subscription feed"));
    }

    @Test
    void doesNotKeepAScratchDatabaseFromBeingDropped() throws Exception {
        TestPostgres server = TestPostgres.newest();
        ScratchDatabase scratch = ScratchDatabase.create(server.maintenance());
        RoundTrip.run(
                scratch.database(),
                "CREATE SUBSCRIPTION feed CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false)");

        scratch.close();

        assertThat(exists(server, scratch.database().name())).isFalse();
    }

    private static boolean exists(TestPostgres server, String database) throws Exception {
        try (Connection connection = server.maintenance().connect();
                var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static String role(TestPostgres server) throws Exception {
        String role = "reader_" + UUID.randomUUID().toString().substring(0, 8);
        RoundTrip.run(server.maintenance(), "CREATE ROLE " + role + " LOGIN PASSWORD 'pw'");
        return role;
    }
}
