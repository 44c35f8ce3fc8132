package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsRulesWithSeveralActionsAndWhetherTheyApply(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE b (p int, q int); CREATE VIEW v AS SELECT 1 AS a;
                CREATE RULE r AS ON INSERT TO v DO INSTEAD (INSERT INTO b VALUES (new.a, 1); DELETE FROM b WHERE p < 0);
                CREATE RULE nothing AS ON DELETE TO b WHERE old.p > 3 DO INSTEAD NOTHING;
                ALTER TABLE b DISABLE RULE nothing; COMMENT ON RULE r ON v IS 'r'""");
        trip.isFaithful();
        assertThat(trip.object("rule public.b.nothing").definition().text())
                .endsWith("ALTER TABLE public.b DISABLE RULE nothing");
    }
}
