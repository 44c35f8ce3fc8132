package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaterializedViewKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsOptionsColumnsAndWhetherItIsFilled(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE MATERIALIZED VIEW filled WITH (fillfactor = 70) AS SELECT 1 AS x, 't'::text AS y;
                ALTER MATERIALIZED VIEW filled ALTER COLUMN x SET STATISTICS 77;
                ALTER MATERIALIZED VIEW filled ALTER COLUMN y SET STORAGE EXTERNAL;
                CREATE MATERIALIZED VIEW empty AS SELECT 1 AS x WITH NO DATA""");
        trip.isFaithful();
        assertThat(
                        trip.answer(
                                "SELECT string_agg(relname || ' ' || relispopulated, ', ' ORDER BY relname) FROM pg_class WHERE relkind = 'm'"))
                .isEqualTo("empty false, filled true");
    }
}
