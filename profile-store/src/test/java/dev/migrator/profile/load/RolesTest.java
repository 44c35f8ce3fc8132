package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RolesTest {

    private static final String OWNER_OF_TABLE = "SELECT tableowner FROM pg_tables WHERE tablename = 't'";

    private final TestPostgres server = TestPostgres.newest();
    private final String owner = "owner_" + UUID.randomUUID().toString().substring(0, 8);
    private final String reader = "reader_" + UUID.randomUUID().toString().substring(0, 8);
    private Database source;

    @BeforeEach
    void aTableWithAnOwnerAndAReader() throws SQLException {
        execute(server.maintenance(), "CREATE ROLE " + owner, "CREATE ROLE " + reader);
        source = database(
                server,
                "CREATE TABLE t (id int); INSERT INTO t VALUES (1); ALTER TABLE t OWNER TO " + owner
                        + "; GRANT SELECT ON t TO " + reader
                        + "; SELECT lo_from_bytea(7, 'x'); ALTER LARGE OBJECT 7 OWNER TO "
                        + owner);
    }

    @AfterEach
    void withoutTheRoles() throws SQLException {
        for (Database database : new Database[] {source, server.maintenance()}) {
            for (String role : new String[] {owner, reader}) {
                String exists = values(server.maintenance(), "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'");
                if (!exists.isEmpty()) {
                    execute(database, "DROP OWNED BY " + role);
                }
            }
        }
    }

    @Test
    void ownersAndPrivilegesComeAlongWhereTheRolesExist() throws SQLException {
        Database restored = Restoring.of(Taken.of(source), absent(server)).run();

        assertThat(values(restored, OWNER_OF_TABLE)).isEqualTo(owner);
        assertThat(values(restored, "SELECT has_table_privilege('" + reader + "', 'public.t', 'SELECT')"))
                .isEqualTo("t");
        assertThat(values(restored, "SELECT pg_get_userbyid(lomowner) FROM pg_largeobject_metadata"))
                .isEqualTo(owner);
    }

    @Test
    void missingRolesAreListedBeforeAnythingIsMade() throws SQLException {
        Taken taken = takenWithoutItsRoles();
        Restoring restoring = Restoring.of(taken, absent(server));

        assertThatThrownBy(restoring::run)
                .isInstanceOf(RestoreException.RolesMissing.class)
                .hasMessageContaining(owner + ", " + reader)
                .hasMessageContaining("-Dmigrator.createRoles=true");
        assertThat(restoring.events).isEmpty();
    }

    @Test
    void missingRolesAreCreatedWithoutLoginWhereThatIsWanted() throws SQLException {
        Taken taken = takenWithoutItsRoles();

        Database restored =
                Restoring.of(taken, absent(server)).access(AccessPolicy.CREATE).run();

        assertThat(values(restored, OWNER_OF_TABLE)).isEqualTo(owner);
        assertThat(values(restored, "SELECT rolcanlogin FROM pg_roles WHERE rolname = '" + owner + "'"))
                .isEqualTo("f");
    }

    @Test
    void aDryRunFindsMissingRolesAndCreatesNone() throws SQLException {
        Taken taken = takenWithoutItsRoles();

        assertThatThrownBy(() -> Restoring.of(taken, absent(server)).check())
                .isInstanceOf(RestoreException.RolesMissing.class);
        Restoring.of(taken, absent(server)).access(AccessPolicy.CREATE).check();

        assertThat(values(server.maintenance(), "SELECT 1 FROM pg_roles WHERE rolname = '" + owner + "'"))
                .isEmpty();
    }

    @Test
    void ownersAndPrivilegesCanBeLeftOut() throws SQLException {
        Taken taken = takenWithoutItsRoles();

        Database restored =
                Restoring.of(taken, absent(server)).access(AccessPolicy.SKIP).run();

        assertThat(values(restored, OWNER_OF_TABLE)).isEqualTo(server.user());
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void aRoleThatMayOnlyCreateDatabasesRestoresForItself(int major) throws SQLException {
        TestPostgres other = TestPostgres.of(major);
        String creator = creator(other);
        Taken taken = Taken.of(database(other, """
                CREATE TABLE people (id serial PRIMARY KEY, name text);
                CREATE TABLE notes (person int REFERENCES people);
                INSERT INTO people (name) SELECT 'p' || i FROM generate_series(1, 9) i;
                INSERT INTO notes SELECT id FROM people;
                CREATE VIEW names AS SELECT name FROM people;
                """));
        Database target = other.database(absent(other).name(), creator, "pw");

        for (int run = 1; run <= 2; run++) {
            Restoring.of(taken, target).access(AccessPolicy.SKIP).run();
        }

        assertThat(values(target, "SELECT count(*) FROM public.notes")).isEqualTo("9");
        assertThat(values(target, "SELECT tableowner FROM pg_tables WHERE tablename = 'people'"))
                .isEqualTo(creator);
    }

    @Test
    void rowsThatPoliciesWillHideFromTheirOwnerAreProvedAllTheSame() throws SQLException {
        Database target = server.database(absent(server).name(), creator(server), "pw");
        Taken taken = Taken.of(database(server, """
                CREATE TABLE t (id int);
                INSERT INTO t VALUES (1), (2);
                ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                ALTER TABLE t FORCE ROW LEVEL SECURITY;
                CREATE POLICY small ON t USING (id < 2);
                """));

        Restoring.of(taken, target).access(AccessPolicy.SKIP).run();

        assertThat(values(server.database(target.name()), "SELECT id FROM public.t"))
                .isEqualTo("1,2");
    }

    @Test
    void aPolicyNeedsItsRoleEvenWhereOwnersAreLeftOut() throws SQLException {
        execute(source, "CREATE POLICY p ON public.t TO " + reader);
        Taken taken = takenWithoutItsRoles();

        assertThatThrownBy(() -> Restoring.of(taken, absent(server))
                        .access(AccessPolicy.SKIP)
                        .run())
                .isInstanceOf(RestoreException.RolesMissing.class)
                .hasMessageContaining("the server lacks roles of the snapshot: " + reader + " at ");
    }

    @Test
    void aPolicysRoleCanBeCreatedWhereOwnersAreLeftOut() throws SQLException {
        execute(source, "CREATE POLICY p ON public.t TO " + reader);
        Taken taken = takenWithoutItsRoles();

        Database restored = Restoring.of(taken, absent(server))
                .access(new AccessPolicy(true, AccessPolicy.SKIP.leftOut()))
                .run();

        assertThat(values(restored, "SELECT roles::text FROM pg_policies")).isEqualTo("{" + reader + "}");
        assertThat(values(restored, OWNER_OF_TABLE)).isEqualTo(server.user());
    }

    @Test
    void aRoleThatMayNotGiveObjectsAwayIsToldBeforeAnythingIsMade() throws SQLException {
        Database target = server.database(absent(server).name(), creator(server), "pw");

        assertThatThrownBy(() -> Restoring.of(Taken.of(source), target).run())
                .isInstanceOf(RestoreException.OwnersForbidden.class)
                .hasMessageContaining(owner)
                .hasMessageContaining("-Dmigrator.ownership=false");
    }

    /** A new role that may create databases and nothing else. */
    private static String creator(TestPostgres on) throws SQLException {
        String creator = "creator_" + UUID.randomUUID().toString().substring(0, 8);
        execute(on.maintenance(), "CREATE ROLE " + creator + " LOGIN CREATEDB PASSWORD 'pw'");
        return creator;
    }

    private Taken takenWithoutItsRoles() throws SQLException {
        Taken taken = Taken.of(source);
        withoutTheRoles();
        execute(server.maintenance(), "DROP ROLE " + owner, "DROP ROLE " + reader);
        return taken;
    }
}
