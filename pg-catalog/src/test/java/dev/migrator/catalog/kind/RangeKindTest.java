package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RangeKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsTheSubtypesFunctionsAndTheNameOfTheMultirange(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TYPE rng AS RANGE (subtype = float8, subtype_diff = float8mi, multirange_type_name = many);
                CREATE TYPE words AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
                CREATE TABLE t (r rng, m many)""");
        trip.isFaithful();
        assertThat(trip.object("range public.rng").definition().text())
                .contains("subtype_diff = float8mi", "multirange_type_name = public.many");
        assertThat(trip.object("range public.words").definition().text())
                .contains("collation = \"C\"", "subtype_opclass = pg_catalog.text_pattern_ops");
    }
}
