package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Phase;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void readsAsAPersonWouldWriteIt(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE DOMAIN code AS varchar(9) COLLATE "C" DEFAULT 'x''y' NOT NULL CONSTRAINT short CHECK (length(VALUE) < 5);
                ALTER DOMAIN code ADD CONSTRAINT unproved CHECK (VALUE <> 'z') NOT VALID;
                CREATE DOMAIN list AS text[] DEFAULT '{}'""");
        trip.isFaithful();
        assertThat(trip.sql(Phase.BEFORE_ROWS))
                .contains(
                        "CREATE DOMAIN public.code AS character varying(9) COLLATE \"C\" DEFAULT 'x''y'::character varying NOT NULL\n"
                                + "    CONSTRAINT short CHECK ((length((VALUE)::text) < 5))");
        assertThat(trip.object("constraint public.code.unproved").definition().text())
                .endsWith("NOT VALID");
    }
}
