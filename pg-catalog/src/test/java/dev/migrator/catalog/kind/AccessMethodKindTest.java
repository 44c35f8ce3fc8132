package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessMethodKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsAccessMethodsAndTheTablesThatUseThem(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler; CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
                CREATE TABLE t (id int) USING pile; CREATE MATERIALIZED VIEW m USING pile AS SELECT 1 AS x; COMMENT ON ACCESS METHOD tree IS 't'""");
        trip.isFaithful();
        assertThat(trip.object("table public.t").definition().text()).endsWith("USING pile");
        assertThat(trip.object("access method tree").definition().text())
                .isEqualTo("CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler");
    }
}
