package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AggregateKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsAggregatesOfEveryKind(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION sfunc(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select $1 + coalesce($2,0)';
                CREATE AGGREGATE agg (int) (SFUNC = sfunc, STYPE = int, INITCOND = '0', COMBINEFUNC = sfunc, PARALLEL = safe);
                CREATE AGGREGATE my_count (*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
                CREATE AGGREGATE my_percentile (float8 ORDER BY anyelement)
                    (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
                CREATE AGGREGATE moving (int) (SFUNC = sfunc, STYPE = int, MSFUNC = sfunc, MINVFUNC = sfunc, MSTYPE = int, MINITCOND = '0',
                    FINALFUNC_MODIFY = SHAREABLE, SORTOP = OPERATOR(pg_catalog.<));
                COMMENT ON AGGREGATE my_count (*) IS 'c'; REVOKE EXECUTE ON FUNCTION my_count() FROM PUBLIC;
                GRANT EXECUTE ON FUNCTION my_percentile(float8, anyelement) TO pg_monitor; ALTER AGGREGATE my_count (*) OWNER TO pg_monitor""");
        trip.isFaithful();
        assertThat(trip.object("aggregate public.moving(integer)").definition().text())
                .contains("MSFUNC = public.sfunc", "MINITCOND = '0'", "SORTOP = OPERATOR(pg_catalog.<)");
        assertThat(trip.object("aggregate public.my_count(*)").owner()).isEqualTo("pg_monitor");
        assertThat(trip.answer("SELECT my_count FROM (SELECT public.my_count(*) FROM generate_series(1, 3)) s"))
                .isEqualTo("3");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsTheSupportFunction(int major) throws Exception {
        assumeTrue(major >= 19, "an aggregate has none before 19");
        RoundTrip trip = RoundTrip.of(
                TestPostgres.of(major),
                "CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, SUPPORT = window_row_number_support)");
        trip.isFaithful();
        assertThat(trip.object("aggregate public.total(integer)").definition().text())
                .contains("SUPPORT = window_row_number_support");
    }
}
