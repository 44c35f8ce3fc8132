package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompositeKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsAttributesOfEveryType(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE t (id int); CREATE DOMAIN d AS text[];
                CREATE TYPE comp AS (a int, "B c" t[], c d, e text COLLATE "C"); CREATE TYPE nothing AS ();
                CREATE TABLE user_of (c comp[])""");
        trip.isFaithful();
        assertThat(trip.object("composite public.comp").definition().text()).isEqualTo("""
                CREATE TYPE public.comp AS (
                    a integer,
                    "B c" public.t[],
                    c public.d,
                    e text COLLATE "C"
                )""");
    }
}
