package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexKindTest {

    /** The scripts say what 14 does not know yet. */
    static List<Integer> majors() {
        return TestPostgres.majors().stream().filter(major -> major >= 15).toList();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsIndexesOfAllShapes(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE b (id int, x int, y text, j jsonb);
                CREATE INDEX shaped ON b (x DESC NULLS LAST, lower(y) text_pattern_ops) INCLUDE (id) WITH (fillfactor = 60) WHERE x > 3;
                CREATE UNIQUE INDEX nulls ON b (x) NULLS NOT DISTINCT;
                CREATE INDEX docs ON b USING gin (j jsonb_path_ops);
                ALTER INDEX shaped ALTER COLUMN 2 SET STATISTICS 77;
                ALTER TABLE b CLUSTER ON nulls; COMMENT ON INDEX docs IS 'documents';
                CREATE MATERIALIZED VIEW m AS SELECT x FROM b; CREATE INDEX of_m ON m (x); ALTER MATERIALIZED VIEW m CLUSTER ON of_m""");
        trip.isFaithful();
        assertThat(trip.object("index public.b.shaped").definition().text())
                .contains(
                        "lower(y) text_pattern_ops",
                        "x DESC NULLS LAST",
                        "INCLUDE (id)",
                        "ALTER COLUMN 2 SET STATISTICS 77");
        assertThat(trip.answer("SELECT count(*) FROM pg_index WHERE indisclustered"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsIndexesOfPartitionedTablesAndWhichPartitionsAreAttached(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE part (k int, v text) PARTITION BY LIST (k);
                CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
                CREATE TABLE part_2 PARTITION OF part FOR VALUES IN (2);
                CREATE INDEX everywhere ON part (lower(v));
                CREATE INDEX only_above ON ONLY part (v); CREATE INDEX on_one ON part_1 (v);
                ALTER INDEX only_above ATTACH PARTITION on_one""");
        trip.isFaithful();
        assertThat(trip.answer("SELECT indisvalid FROM pg_index WHERE indexrelid = 'public.everywhere'::regclass"))
                .isEqualTo("t");
        assertThat(trip.answer("SELECT indisvalid FROM pg_index WHERE indexrelid = 'public.only_above'::regclass"))
                .isEqualTo("f");
    }
}
