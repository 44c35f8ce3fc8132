package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorClassKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsClassesAndFamiliesWithTheirLooseMembers(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SCHEMA app; CREATE TABLE b (x int, y int);
                CREATE OPERATOR FAMILY app.of1 USING btree;
                CREATE OPERATOR CLASS app.oc FOR TYPE int4 USING btree FAMILY app.of1 AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =,
                    OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int4, int4);
                ALTER OPERATOR FAMILY app.of1 USING btree ADD OPERATOR 1 < (int4, int8), FUNCTION 1 (int4, int8) btint48cmp(int4, int8);
                CREATE INDEX oc_i ON b (x app.oc DESC NULLS LAST) INCLUDE (y); COMMENT ON OPERATOR CLASS app.oc USING btree IS 'oc'; COMMENT ON OPERATOR FAMILY app.of1 USING btree IS 'of'""");
        trip.isFaithful();
        assertThat(trip.object("operator family app.btree.of1").definition().text())
                .contains("OPERATOR 1 <(integer,bigint)", "FUNCTION 1 (integer, bigint) btint48cmp(integer,bigint)");
        assertThat(trip.object("operator class app.btree.oc").definition().text())
                .contains("OPERATOR 5 >(integer,integer)", "FUNCTION 1 (integer, integer) btint4cmp(integer,integer)");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void writesMembersOfOneNumberInTheOrderOfTheirTypes(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE OPERATOR FAMILY numbers USING btree;
                CREATE OPERATOR CLASS big FOR TYPE int8 USING btree FAMILY numbers AS
                    OPERATOR 1 <, FUNCTION 1 btint8cmp(int8, int8), FUNCTION 2 btint8sortsupport(internal);
                ALTER OPERATOR FAMILY numbers USING btree ADD FUNCTION 2 (int4, int4) btint4sortsupport(internal)""");
        trip.isFaithful();
        assertThat(trip.object("operator family public.btree.numbers")
                        .definition()
                        .text())
                .containsSubsequence("btint8sortsupport", "btint4sortsupport");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsWhatWasAddedToPostgresqlsOwnFamilies(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TYPE casing AS ENUM ('upper', 'lower');
                CREATE FUNCTION before(int4, casing) RETURNS bool LANGUAGE sql IMMUTABLE RETURN $1 < 0;
                CREATE OPERATOR < (FUNCTION = before, LEFTARG = int4, RIGHTARG = casing);
                CREATE FUNCTION compared(int4, casing) RETURNS int LANGUAGE sql IMMUTABLE RETURN sign($1);
                ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 1 < (int4, casing), FUNCTION 1 (int4, casing) compared(int4, casing)""");
        trip.readsBackTheSame();
        assertThat(trip.object("operator family pg_catalog.btree.integer_ops")
                        .definition()
                        .text())
                .isEqualTo("""
                        ALTER OPERATOR FAMILY pg_catalog.integer_ops USING btree ADD
                            OPERATOR 1 public.<(integer,public.casing),
                            FUNCTION 1 (integer, public.casing) public.compared(integer,public.casing)""");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void leavesToAnExtensionWhatItHasAddedToPostgresqlsOwnFamilies(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), "CREATE EXTENSION btree_gist; CREATE EXTENSION hstore");
        trip.isFaithful();
        assertThat(trip.restored().objects())
                .extracting(object -> object.id().toString())
                .containsExactly("schema public", "extension btree_gist", "extension hstore");
    }
}
