package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CastKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsCastsOfEveryMethodAndContext(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TYPE comp AS (a int); CREATE TABLE t (a int); CREATE DOMAIN d AS int;
                CREATE FUNCTION to_comp(int) RETURNS comp LANGUAGE sql IMMUTABLE AS 'select row($1)::public.comp';
                CREATE CAST (comp AS t) WITH INOUT AS ASSIGNMENT; CREATE CAST (int AS comp) WITH FUNCTION to_comp(int) AS IMPLICIT;
                CREATE TYPE e AS ENUM ('x'); CREATE CAST (e AS bytea) WITH INOUT; COMMENT ON CAST (int AS comp) IS 'c'""");
        trip.isFaithful();
        assertThat(trip.object("cast integer AS public.comp").definition().text())
                .isEqualTo("CREATE CAST (integer AS public.comp) WITH FUNCTION public.to_comp(integer) AS IMPLICIT");
        assertThat(trip.object("cast public.comp AS public.t").definition().text())
                .endsWith("WITH INOUT AS ASSIGNMENT");
    }
}
