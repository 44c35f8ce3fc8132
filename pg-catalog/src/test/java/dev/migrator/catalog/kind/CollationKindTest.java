package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CollationKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsProvidersLocalesAndDeterminism(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE COLLATION nd (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
                CREATE COLLATION c_like (provider = libc, locale = 'C'); CREATE COLLATION mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
                CREATE TABLE col (a text COLLATE nd); COMMENT ON COLLATION nd IS 'n'""");
        trip.isFaithful();
        assertThat(trip.object("collation public.nd").definition().text())
                .isEqualTo(
                        "CREATE COLLATION public.nd (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        assertThat(trip.object("collation public.mixed").definition().text()).contains("lc_ctype = 'POSIX'");
    }
}
