package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Aspect;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsPoliciesWithTheirRolesAndNamesTheRolesThatTheyNeed(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE a (id int, owner_name text); ALTER TABLE a ENABLE ROW LEVEL SECURITY;
                CREATE POLICY strict ON a AS RESTRICTIVE FOR UPDATE TO pg_monitor, pg_read_all_data USING (id > 3) WITH CHECK (id < 9);
                CREATE POLICY "all of it" ON a USING (owner_name = current_user); CREATE POLICY adding ON a FOR INSERT WITH CHECK (true);
                COMMENT ON POLICY strict ON a IS 'p'""");
        trip.isFaithful();
        assertThat(trip.object("policy public.a.strict").definition().text())
                .isEqualTo("CREATE POLICY strict ON public.a AS RESTRICTIVE FOR UPDATE TO pg_monitor, pg_read_all_data"
                        + " USING ((id > 3)) WITH CHECK ((id < 9))");
        assertThat(trip.original()
                        .plan()
                        .without(Aspect.OWNER, Aspect.PRIVILEGES)
                        .roles())
                .containsExactly("pg_monitor", "pg_read_all_data");
    }
}
