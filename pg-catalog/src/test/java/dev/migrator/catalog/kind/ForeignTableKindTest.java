package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignTableKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsWrappersServersMappingsAndTablesWithTheirOptions(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FOREIGN DATA WRAPPER empty OPTIONS (debug 'it''s');
                CREATE SERVER fs TYPE 'odd' VERSION '1.2' FOREIGN DATA WRAPPER empty OPTIONS (host 'db', "Odd name" 'x\\y');
                CREATE USER MAPPING FOR PUBLIC SERVER fs OPTIONS (username 'u', password 'planted-secret');
                CREATE USER MAPPING FOR pg_monitor SERVER fs; GRANT USAGE ON FOREIGN SERVER fs TO pg_monitor;
                CREATE FOREIGN TABLE ft (a int OPTIONS (column_name 'A') NOT NULL, b text COLLATE "C" DEFAULT 'x', CHECK (a > 0))
                    SERVER fs OPTIONS (table_name 'there');
                COMMENT ON FOREIGN TABLE ft IS 'f'; COMMENT ON COLUMN ft.a IS 'a'; ALTER FOREIGN TABLE ft ALTER a SET STATISTICS 7;
                CREATE TABLE part (k int) PARTITION BY LIST (k); CREATE FOREIGN TABLE part_f PARTITION OF part FOR VALUES IN (1) SERVER fs""");
        // pg_dump carries passwords; a catalog must not.
        trip.readsBackTheSame();
        assertThat(trip.object("foreign table public.ft").definition().text())
                .contains("a integer OPTIONS (column_name 'A') NOT NULL", "SERVER fs OPTIONS (table_name 'there')");
        assertThat(trip.object("user mapping public on fs").definition().text())
                .isEqualTo("CREATE USER MAPPING FOR PUBLIC SERVER fs OPTIONS (username 'u')");
        assertThat(trip.original().toString()).doesNotContain("planted-secret");
        assertThat(trip.restored().tables()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsTheFunctionThatGivesSubscriptionsTheirConnection(int major) throws Exception {
        assumeTrue(major >= 19, "a wrapper has none before 19");
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION reach(oid, oid, internal) RETURNS text LANGUAGE c AS '$libdir/postgres_fdw', 'postgres_fdw_connection';
                CREATE FOREIGN DATA WRAPPER linked CONNECTION reach""");
        trip.isFaithful();
        assertThat(trip.object("foreign data wrapper linked").definition().text())
                .isEqualTo("CREATE FOREIGN DATA WRAPPER linked CONNECTION public.reach");
    }

    @Test
    void leavesOutSecretsWhateverObjectHasThemAndNothingElse() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'h', "API_KEY" 'planted-1');
                CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (password_required 'false', sslpassword 'planted-2');
                CREATE FOREIGN TABLE t (a int OPTIONS (secret 'planted-3')) SERVER s OPTIONS (access_token 'planted-4', token_column 'a')""");
        trip.readsBackTheSame();
        assertThat(trip.original().toString())
                .doesNotContain("planted-")
                .contains("OPTIONS (host 'h')", "OPTIONS (password_required 'false')", "OPTIONS (token_column 'a')");
    }

    @Test
    void equalTablesGiveEqualPlansWhicheverCheckWasMadeFirst() throws Exception {
        String tables = "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;"
                + " CREATE FOREIGN TABLE t (a int, CONSTRAINT %s, CONSTRAINT %s) SERVER s";
        RoundTrip one = RoundTrip.of(tables.formatted("x CHECK (a > 0)", "y CHECK (a < 9)"));
        RoundTrip other = RoundTrip.of(tables.formatted("y CHECK (a < 9)", "x CHECK (a > 0)"));
        assertThat(other.original().plan()).isEqualTo(one.original().plan());
    }
}
