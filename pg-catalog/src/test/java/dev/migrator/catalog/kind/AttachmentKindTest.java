package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttachmentKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void attachesWithTheBoundsOfEveryStrategy(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SCHEMA other;
                CREATE TABLE p (k int, d date) PARTITION BY RANGE (k, d);
                CREATE TABLE other.p1 PARTITION OF p FOR VALUES FROM (1, MINVALUE) TO (5, '2020-01-01') PARTITION BY LIST (k);
                CREATE TABLE p1a PARTITION OF other.p1 FOR VALUES IN (1, NULL)""");
        trip.isFaithful();
        assertThat(trip.object("partition attachment other.p1").definition().text())
                .isEqualTo(
                        "ALTER TABLE ONLY public.p ATTACH PARTITION other.p1 FOR VALUES FROM (1, MINVALUE) TO (5, '2020-01-01')");
    }

    /** pg_dump leaves the partitions of partitions without. */
    @ParameterizedTest
    @MethodSource("majors")
    void identityReachesThePartitionsOfPartitions(int major) throws Exception {
        assumeTrue(major >= 17);
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE z_root (id int GENERATED ALWAYS AS IDENTITY, k int) PARTITION BY LIST (k);
                CREATE TABLE middle PARTITION OF z_root DEFAULT PARTITION BY LIST (k);
                CREATE TABLE a_leaf PARTITION OF middle DEFAULT""");
        trip.isFaithful();
        assertThat(trip.answer("SELECT count(*) FROM pg_attribute WHERE attname = 'id' AND attidentity = 'a'"))
                .isEqualTo("3");
    }
}
