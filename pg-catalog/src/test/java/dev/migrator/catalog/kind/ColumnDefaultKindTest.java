package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnDefaultKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aChangedDefaultIsAnObjectOfItsOwn(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE t (id int DEFAULT 7, "Q r" text DEFAULT 'it''s', n int)""");
        trip.isFaithful();
        assertThat(trip.object("column default public.t.Q r").definition().text())
                .isEqualTo("ALTER TABLE ONLY public.t ALTER COLUMN \"Q r\" SET DEFAULT 'it''s'::text");
    }
}
