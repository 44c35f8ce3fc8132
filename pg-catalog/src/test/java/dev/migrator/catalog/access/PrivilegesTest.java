package dev.migrator.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.catalog.Statement;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivilegesTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsGrantsOnTablesColumnsSequencesSchemasAndTypes(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SCHEMA app; GRANT USAGE ON SCHEMA app TO pg_monitor;
                CREATE TABLE app.a (id int, b_id int);
                GRANT SELECT (id), UPDATE ON app.a TO pg_monitor WITH GRANT OPTION;
                GRANT SELECT ON app.a TO PUBLIC;
                CREATE SEQUENCE app.s; GRANT USAGE ON SEQUENCE app.s TO pg_monitor;
                CREATE DOMAIN app.d AS int; REVOKE USAGE ON TYPE app.d FROM PUBLIC; GRANT USAGE ON TYPE app.d TO pg_monitor;
                CREATE VIEW app.v AS SELECT 1 AS one; GRANT SELECT ON app.v TO pg_monitor""");
        trip.isFaithful();
        assertThat(trip.object("table app.a").privileges())
                .containsExactly(
                        "ALL TO postgres BY postgres",
                        "SELECT TO PUBLIC BY postgres",
                        "SELECT(id) TO pg_monitor BY postgres WITH GRANT OPTION",
                        "UPDATE TO pg_monitor BY postgres WITH GRANT OPTION");
        assertThat(trip.object("domain app.d").privileges())
                .containsExactly("ALL TO pg_monitor BY postgres", "ALL TO postgres BY postgres");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsWhatAnOwnerHasTakenFromItself(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE locked (id int); REVOKE ALL ON locked FROM postgres; GRANT SELECT ON locked TO postgres;
                CREATE TABLE closed (id int); REVOKE ALL ON closed FROM postgres""");
        trip.isFaithful();
        assertThat(trip.object("table public.locked").privileges()).containsExactly("SELECT TO postgres BY postgres");
        assertThat(trip.object("table public.closed").privileges()).isEmpty();
    }

    @Test
    void keepsWhoHasGrantedWhat() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TABLE chain (id int);
                GRANT SELECT ON chain TO pg_monitor WITH GRANT OPTION;
                SET ROLE pg_monitor; GRANT SELECT ON chain TO pg_read_all_settings; RESET ROLE""");
        trip.isFaithful();
        assertThat(trip.object("table public.chain").privileges())
                .contains("SELECT TO pg_read_all_settings BY pg_monitor");
    }

    @Test
    void keepsDefaultPrivilegesGrantedAndRevoked() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE SCHEMA app;
                ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT ALL ON SEQUENCES TO PUBLIC""");
        trip.isFaithful();
        assertThat(trip.answer("SELECT count(*) FROM pg_default_acl")).isEqualTo("3");
        assertThat(trip.answer("SELECT defaclacl::text FROM pg_default_acl WHERE defaclobjtype = 'f'"))
                .isEqualTo("{postgres=X/postgres}");
    }

    @Test
    void everyStatementSaysWhichRolesItNeeds() throws Exception {
        RoundTrip trip = RoundTrip.of("CREATE TABLE t (id int); GRANT SELECT ON t TO pg_monitor, PUBLIC");
        assertThat(trip.original().plan().statements())
                .filteredOn(statement -> statement.aspect() == Aspect.PRIVILEGES)
                .flatExtracting(Statement::roles)
                .containsExactly("pg_monitor");
        assertThat(trip.original().plan().roles()).containsExactly("pg_monitor", "postgres");
        assertThat(trip.original()
                        .plan()
                        .without(Aspect.PRIVILEGES, Aspect.OWNER)
                        .roles())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsChangedPrivilegesOnWhatPostgresqlAndExtensionsBring(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE EXTENSION hstore;
                REVOKE EXECUTE ON FUNCTION hstore(text, text) FROM PUBLIC; GRANT EXECUTE ON FUNCTION hstore(text, text) TO pg_monitor;
                GRANT EXECUTE ON FUNCTION pg_read_file(text) TO pg_monitor;
                GRANT SELECT (rolname) ON pg_authid TO pg_monitor;
                CREATE TABLE t (h hstore DEFAULT hstore('a', 'b'))""");
        trip.isFaithful();
        assertThat(trip.object("function public.hstore(pg_catalog.text,pg_catalog.text)")
                        .privileges())
                .containsExactly("ALL TO pg_monitor BY postgres", "ALL TO postgres BY postgres");
        assertThat(trip.answer("SELECT has_function_privilege('pg_monitor', 'pg_read_file(text)', 'EXECUTE')"))
                .isEqualTo("t");
        assertThat(trip.answer("SELECT has_column_privilege('pg_monitor', 'pg_authid', 'rolname', 'SELECT')"))
                .isEqualTo("t");
    }

    @Test
    void keepsPrivilegesOnSystemColumns() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TABLE t (id int); GRANT SELECT (tableoid, id) ON t TO pg_monitor;
                REVOKE SELECT ON pg_cast FROM PUBLIC; GRANT SELECT (ctid) ON pg_cast TO PUBLIC""");
        trip.isFaithful();
        assertThat(trip.answer("""
                        SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute
                        WHERE attacl IS NOT NULL AND (attrelid = 'public.t'::regclass OR attrelid = 'pg_cast'::regclass)""")).isEqualTo("ctid id tableoid");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsChangedPrivilegesOnWhatTheRestOfAnExtensionNeeds(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE EXTENSION hstore; REVOKE USAGE ON TYPE hstore FROM PUBLIC;
                CREATE TABLE t (h hstore DEFAULT 'a=>b')""");
        trip.isFaithful();
        assertThat(trip.object("base type public.hstore").privileges()).containsExactly("ALL TO postgres BY postgres");
    }

    @Test
    void takesFromAColumnTheOnlyPrivilegeThatItIsBornWith() throws Exception {
        RoundTrip trip = RoundTrip.of("REVOKE SELECT (subname) ON pg_subscription FROM PUBLIC");
        trip.isFaithful();
        assertThat(trip.answer("SELECT has_column_privilege('pg_monitor', 'pg_subscription', 'subname', 'SELECT')"))
                .isEqualTo("f");
    }

    @Test
    void keepsChangedPrivilegesOnAllThatAnExtensionHasMadeOutOfOneAnother() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; CREATE EXTENSION hstore;
                REVOKE USAGE ON TYPE hstore FROM PUBLIC; GRANT USAGE ON TYPE pg_catalog.int4, pg_catalog."char" TO pg_monitor""");
        trip.isFaithful();
        assertThat(trip.answer("SELECT has_type_privilege('pg_monitor', 'public.hstore', 'USAGE')"))
                .isEqualTo("f");
        assertThat(trip.answer(
                        "SELECT array_to_string(typacl, ' ') FROM pg_type WHERE oid = 'pg_catalog.int4'::regtype"))
                .contains("pg_monitor=U/postgres");
    }

    @Test
    void takesPrivilegesThatWereChangedAndChangedBackForUnchanged() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                GRANT USAGE ON LANGUAGE sql TO pg_monitor; REVOKE USAGE ON LANGUAGE sql FROM pg_monitor;
                GRANT EXECUTE ON FUNCTION pg_read_file(text) TO pg_monitor; REVOKE EXECUTE ON FUNCTION pg_read_file(text) FROM pg_monitor""");
        trip.isFaithful();
        assertThat(trip.restored().objects()).hasSize(1);
    }
}
