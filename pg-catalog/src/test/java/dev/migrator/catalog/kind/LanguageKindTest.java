package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsALanguageThatIsNoExtension(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TRUSTED LANGUAGE twin HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
                CREATE FUNCTION f() RETURNS int LANGUAGE twin AS 'begin return 7; end';
                COMMENT ON LANGUAGE twin IS 't'; REVOKE USAGE ON LANGUAGE twin FROM PUBLIC""");
        // pg_dump loses a language whose handlers it does not dump.
        trip.readsBackTheSame();
        assertThat(trip.object("language twin").definition().text()).startsWith("CREATE TRUSTED LANGUAGE twin HANDLER");
        assertThat(trip.answer("SELECT public.f()")).isEqualTo("7");
    }
}
