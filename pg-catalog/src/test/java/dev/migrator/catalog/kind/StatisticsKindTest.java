package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatisticsKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsColumnsExpressionsAndTargets(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE col (b text, c text[]); CREATE SCHEMA app;
                CREATE STATISTICS app.st (ndistinct, mcv) ON b, lower(c[1]) FROM col; ALTER STATISTICS app.st SET STATISTICS 50;
                CREATE STATISTICS plain ON b, c FROM col; COMMENT ON STATISTICS plain IS 's'""");
        trip.isFaithful();
        assertThat(trip.object("statistics app.st").definition().text())
                .contains("(ndistinct, mcv)", "lower(c[1])", "SET STATISTICS 50");
        assertThat(trip.object("statistics public.plain").definition().text()).doesNotContain("SET STATISTICS");
    }

    /** The heir comes back with its columns in another order, and the list follows them. */
    @ParameterizedTest
    @MethodSource("majors")
    void readsTheSameOfAnHeirThatWasAdopted(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE parent (b int, c int);
                CREATE TABLE heir (own int, c int, b int); ALTER TABLE heir INHERIT parent;
                CREATE STATISTICS st ON own, b, c, (own + b) FROM heir""");
        trip.isFaithful();
        assertThat(trip.object("statistics public.st").definition().text()).contains(" ON b, c, own, (own + b) FROM");
    }
}
