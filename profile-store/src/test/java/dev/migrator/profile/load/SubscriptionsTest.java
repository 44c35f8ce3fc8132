package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.catalog.CatalogException;
import dev.migrator.postgres.Database;
import dev.migrator.profile.capture.CaptureRequest;
import dev.migrator.profile.capture.Masking;
import dev.migrator.profile.database.TargetException;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionsTest {

    private static final String FEED =
            "CREATE SUBSCRIPTION feed CONNECTION 'host=nowhere.invalid password=planted' PUBLICATION p WITH (connect = false)";

    private static final String STATE = """
            SELECT subname || ' ' || subenabled || ' ' || subslotname || ' ' || subconninfo FROM pg_subscription s
            JOIN pg_database d ON d.oid = subdbid WHERE datname = current_database()""";

    private final TestPostgres server = TestPostgres.newest();
    private final String role = "sub_" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void comesBackDisabledAndCanBeRestoredOver(int major) throws SQLException {
        TestPostgres other = TestPostgres.of(major);
        Taken taken =
                Taken.of(database(other, FEED + "; ALTER SUBSCRIPTION feed ENABLE; ALTER SUBSCRIPTION feed DISABLE"));
        Database target = absent(other);

        for (int run = 1; run <= 2; run++) {
            Restoring restoring = Restoring.of(taken, target);
            restoring.run();
            assertThat(values(target, STATE)).isEqualTo("feed false feed host=nowhere.invalid");
            assertThat(restoring.events.stream().filter(Notice.class::isInstance))
                    .singleElement()
                    .asString()
                    .contains("disabled and without passwords: feed");
        }
    }

    @Test
    void aRoleThatMayNotMakeItIsToldBeforeAnythingIsMadeAndMayLeaveItOut() throws SQLException {
        execute(server.maintenance(), "CREATE ROLE " + role + " LOGIN CREATEDB PASSWORD 'pw'");
        Database target = server.database(absent(server).name(), role, "pw");
        Taken taken = Taken.of(database(server, FEED));

        assertThatThrownBy(() ->
                        Restoring.of(taken, target).access(AccessPolicy.SKIP).run())
                .isInstanceOf(RestoreException.SubscriptionsForbidden.class)
                .hasMessageContaining("user " + role + ", subscriptions feed")
                .hasMessageContaining("-Dmigrator.subscriptions=false");
        assertThat(values(
                        server.maintenance(),
                        "SELECT datname FROM pg_database WHERE datname = '" + target.name() + "'"))
                .isEmpty();

        Restoring.of(taken, target)
                .access(AccessPolicy.SKIP.withoutSubscriptions())
                .run();
        assertThat(values(server.database(target.name()), STATE)).isEmpty();
    }

    @Test
    void whoMayNotReadItsConnectionUploadsWithoutItOrNotAtAll() throws SQLException {
        execute(server.maintenance(), "CREATE ROLE " + role + " LOGIN PASSWORD 'pw'");
        Database whole = database(server, FEED);
        Database source = server.database(whole.name(), role, "pw");

        assertThatThrownBy(() -> Taken.of(source))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("subscription feed")
                .hasMessageContaining("-Dmigrator.subscriptions=false");
        Taken without =
                Taken.of(new CaptureRequest(source, Masking.none(), List.of(), null, connection -> null, false, 2));
        assertThat(without.manifest().toString()).doesNotContain("feed");
        assertThat(Taken.of(whole).manifest().toString()).contains("feed").doesNotContain("planted");
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void keepsItsOwnerWhereTheServerLetsHimOwnOne(int major) throws SQLException {
        TestPostgres other = TestPostgres.of(major);
        execute(other.maintenance(), "CREATE ROLE " + role + " SUPERUSER");
        Database source = database(other, FEED + "; ALTER SUBSCRIPTION feed OWNER TO " + role);
        Taken taken = Taken.of(source);
        execute(source, "DROP OWNED BY " + role, "ALTER SUBSCRIPTION feed OWNER TO postgres");
        execute(other.maintenance(), "ALTER ROLE " + role + " NOSUPERUSER");
        Restoring restoring = Restoring.of(taken, absent(other)).access(AccessPolicy.CREATE);

        Database restored = restoring.run();

        assertThat(values(
                        restored,
                        "SELECT pg_get_userbyid(subowner) FROM pg_subscription s JOIN pg_database d ON d.oid = subdbid"
                                + " WHERE datname = current_database()"))
                .isEqualTo(major >= 16 ? role : "postgres");
        assertThat(restoring.events.stream().anyMatch(event -> event.toString().contains("the owner of feed")))
                .isEqualTo(major < 16);
    }

    @Test
    void aTargetWhoseSubscriptionsTheRoleMayNotDropIsRefusedAndNotTouched() throws SQLException {
        execute(server.maintenance(), "CREATE ROLE " + role + " LOGIN CREATEDB PASSWORD 'pw'");
        Database target = server.database(absent(server).name(), role, "pw");
        Taken taken = Taken.of(database(server, "CREATE TABLE t (id int)"));
        Restoring.of(taken, target).access(AccessPolicy.SKIP).run();
        execute(server.database(target.name()), FEED);

        assertThatThrownBy(() ->
                        Restoring.of(taken, target).access(AccessPolicy.SKIP).run())
                .isInstanceOf(TargetException.Forbidden.class)
                .hasMessageContaining("subscriptions feed");
        assertThat(values(server.database(target.name()), STATE)).isNotEmpty();
    }

    /** Needs a server that can publish. */
    @Test
    void theSlotOnThePublisherStaysWhenTheSubscribingDatabaseIsReplaced() throws SQLException {
        assumeTrue(values(server.maintenance(), "SHOW wal_level").equals("logical"), "wal_level is not logical");
        Database publisher = database(server, "CREATE TABLE t (id int); CREATE PUBLICATION p FOR TABLE t");
        String slot = role + "_slot";
        execute(publisher, "SELECT pg_create_logical_replication_slot('" + slot + "', 'pgoutput')");
        String connection = "host=" + server.host() + " port=" + server.port() + " user=" + server.user() + " dbname="
                + publisher.name();
        Taken taken = Taken.of(database(
                server,
                "CREATE TABLE t (id int); CREATE SUBSCRIPTION feed CONNECTION '" + connection
                        + "' PUBLICATION p WITH (connect = false, slot_name = " + slot + ")"));
        Database target = absent(server);
        Restoring.of(taken, target).run();

        Restoring.of(taken, target).run();

        assertThat(values(
                        server.maintenance(),
                        "SELECT slot_name FROM pg_replication_slots WHERE slot_name = '" + slot + "'"))
                .isEqualTo(slot);
        assertThat(values(target, STATE)).isEqualTo("feed false " + slot + " " + connection);
        execute(server.maintenance(), "SELECT pg_drop_replication_slot('" + slot + "')");
    }
}
