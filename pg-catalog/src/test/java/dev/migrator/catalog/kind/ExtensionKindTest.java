package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtensionKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void comesBeforeWhatUsesItAndBringsItsMembers(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SCHEMA app; CREATE EXTENSION hstore SCHEMA app; COMMENT ON EXTENSION hstore IS 'bags';
                CREATE TABLE t (bag app.hstore DEFAULT 'a=>1')""");
        trip.isFaithful();
        assertThat(trip.object("extension hstore").definition().text())
                .isEqualTo("CREATE EXTENSION hstore WITH SCHEMA app");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void plpgsqlIsNoneOfTheDatabasesOwnEvenWhenMadeAnew(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                DROP EXTENSION plpgsql; CREATE EXTENSION plpgsql;
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'begin return 1; end'""");
        trip.isFaithful();
        assertThat(trip.answer("SELECT public.f()")).isEqualTo("1");
    }
}
