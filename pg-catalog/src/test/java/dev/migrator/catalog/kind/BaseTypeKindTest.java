package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Phase;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaseTypeKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aTypeOverItsOwnFunctionsIsAShellFirst(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TYPE small;
                CREATE FUNCTION small_in(cstring) RETURNS small LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
                CREATE FUNCTION small_out(small) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
                CREATE TYPE small (INPUT = small_in, OUTPUT = small_out, LIKE = int4, CATEGORY = 'N', DEFAULT = '7', DELIMITER = ';');
                CREATE TABLE t (s small, many small[]); CREATE TYPE never_made; COMMENT ON TYPE small IS 's';
                ALTER TYPE small OWNER TO pg_monitor""");
        trip.isFaithful();
        assertThat(trip.sql(Phase.BEFORE_ROWS))
                .containsSubsequence(
                        "CREATE TYPE public.small",
                        "CREATE TABLE public.t (\n    s public.small,\n    many public.small[]\n)");
        assertThat(trip.object("base type public.never_made").definition().text())
                .isEqualTo("CREATE TYPE public.never_made");
        assertThat(trip.answer("SELECT '12'::public.small")).isEqualTo("12");
    }
}
