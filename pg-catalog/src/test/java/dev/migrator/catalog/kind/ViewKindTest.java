package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ViewKindTest {

    /** The scripts say what 14 does not know yet. */
    static List<Integer> majors() {
        return TestPostgres.majors().stream().filter(major -> major >= 15).toList();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsOptionsCheckOptionsAndColumnDefaults(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE a (id int, b_id int);
                CREATE VIEW local WITH (security_barrier) AS SELECT id, b_id FROM a WHERE id > 0 WITH LOCAL CHECK OPTION;
                CREATE VIEW cascaded WITH (security_invoker = true) AS SELECT id FROM local WITH CASCADED CHECK OPTION;
                ALTER VIEW local ALTER COLUMN b_id SET DEFAULT 7;
                CREATE RECURSIVE VIEW counting (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < 5""");
        trip.isFaithful();
        assertThat(trip.object("view public.local").definition().text())
                .startsWith("CREATE VIEW public.local WITH (security_barrier=true) AS")
                .endsWith("WITH LOCAL CHECK OPTION");
        assertThat(trip.object("column default public.local.b_id").definition().text())
                .endsWith("SET DEFAULT 7");
    }
}
