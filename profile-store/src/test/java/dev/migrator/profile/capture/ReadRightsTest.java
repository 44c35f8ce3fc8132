package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadRightsTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void allThatTheRoleCannotReadIsNamedAtOnceWithTheGrantThatMendsIt(int major) {
        Database source = source(major);
        String role = role(source);
        Sql.run(
                source,
                "CREATE TABLE app.secret (id int)",
                "CREATE SEQUENCE app.counter",
                "CREATE SCHEMA closed",
                "CREATE TABLE closed.granted (id int)",
                "GRANT SELECT ON closed.granted TO " + role,
                "SELECT lo_create(4711)");

        assertThatThrownBy(() -> check(source, role))
                .isInstanceOf(CaptureException.NotReadable.class)
                .hasMessageContaining("role \"" + role + "\" may not read everything: ")
                .hasMessageContaining(
                        "table app.secret, table closed.granted, sequence app.counter, large object 4711.")
                .hasMessageContaining("GRANT pg_read_all_data TO \"" + role + "\"")
                .hasMessageContaining("GRANT SELECT ON LARGE OBJECT … TO \"" + role + "\"");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aRoleThatMayReadAllDataReadsEverythingButLargeObjectsOfOthers(int major) {
        Database source = source(major);
        String role = role(source);
        Sql.run(
                source,
                "CREATE TABLE app.secret (id serial)",
                "SELECT lo_create(4711)",
                "SELECT lo_create(4712)",
                "GRANT pg_read_all_data TO " + role,
                "GRANT SELECT ON LARGE OBJECT 4712 TO " + role);

        assertThatThrownBy(() -> check(source, role)).hasMessageContaining("everything: large object 4711. Run as");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aRoleWithJustTheGrantsItNeedsPasses(int major) {
        Database source = source(major);
        String role = role(source);
        Sql.run(
                source,
                "CREATE TABLE app.t (id serial)",
                "GRANT SELECT ON ALL TABLES IN SCHEMA app TO " + role,
                "GRANT SELECT ON ALL SEQUENCES IN SCHEMA app TO " + role,
                "SELECT lo_create(4712)",
                "GRANT SELECT ON LARGE OBJECT 4712 TO PUBLIC");

        assertThatCode(() -> check(source, role)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tablesWhosePoliciesHideRowsAreNamedUnlessTheRoleIsExempt(int major) {
        Database source = source(major);
        String role = role(source);
        Sql.run(
                source,
                "CREATE TABLE app.accounts (id int)",
                "ALTER TABLE app.accounts ENABLE ROW LEVEL SECURITY",
                "CREATE TABLE app.open (id int)",
                "GRANT pg_read_all_data TO " + role);

        assertThatThrownBy(() -> check(source, role))
                .isInstanceOf(CaptureException.RowSecurity.class)
                .hasMessageContaining("row security hides rows from role \"" + role + "\": app.accounts. ")
                .hasMessageContaining("ALTER ROLE \"" + role + "\" BYPASSRLS");
        Sql.run(source, "ALTER ROLE " + role + " BYPASSRLS");
        assertThatCode(() -> check(source, role)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void tablesThatAnExtensionOwnsNeedNoRightUnlessTheyHoldUsersRows(int major) throws SQLException {
        Database source = source(major);
        Sql.run(source, "CREATE TABLE app.members (id int)", "CREATE TABLE app.settings (id int)");
        String role = role(source);
        Sql.run(source, """
                INSERT INTO pg_depend VALUES
                    ('pg_class'::regclass, 'app.members'::regclass, 0, 'pg_extension'::regclass,
                     (SELECT oid FROM pg_extension WHERE extname = 'plpgsql'), 0, 'e'),
                    ('pg_class'::regclass, 'app.settings'::regclass, 0, 'pg_extension'::regclass,
                     (SELECT oid FROM pg_extension WHERE extname = 'plpgsql'), 0, 'e')""", """
                UPDATE pg_extension SET extconfig = ARRAY['app.settings'::regclass::oid], extcondition = ARRAY['']
                WHERE extname = 'plpgsql'""");

        assertThatThrownBy(() -> check(source, role)).hasMessageContaining("everything: table app.settings. ");
        try (Connection connection = source.connect()) {
            assertThat(Relation.all(connection)).extracting(Relation::name).containsExactly("settings");
        }
    }

    private static Database source(int major) {
        Database source = TestPostgres.of(major).createDatabase("rights");
        Sql.run(source, "CREATE SCHEMA app", "GRANT USAGE ON SCHEMA app TO PUBLIC");
        return source;
    }

    private static String role(Database source) {
        String role = "reader_" + UUID.randomUUID().toString().substring(0, 8);
        Sql.run(source, "CREATE ROLE " + role + " NOSUPERUSER");
        return role;
    }

    private static void check(Database source, String role) throws SQLException {
        try (Connection connection = source.connect()) {
            Sql.run(connection, "SET ROLE " + role);
            ReadRights.check(connection);
        }
    }
}
