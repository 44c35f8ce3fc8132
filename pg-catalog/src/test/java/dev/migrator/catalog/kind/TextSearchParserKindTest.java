package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextSearchParserKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsParsersAndTemplates(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TEXT SEARCH PARSER words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);
                CREATE TEXT SEARCH TEMPLATE easy (INIT = dsimple_init, LEXIZE = dsimple_lexize);
                CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = easy); CREATE TEXT SEARCH CONFIGURATION c (PARSER = words);
                COMMENT ON TEXT SEARCH PARSER words IS 'p'; COMMENT ON TEXT SEARCH TEMPLATE easy IS 't'""");
        trip.isFaithful();
        assertThat(trip.object("text search parser public.words").definition().text())
                .contains("HEADLINE = prsd_headline");
        assertThat(trip.object("text search template public.easy").definition().text())
                .isEqualTo("CREATE TEXT SEARCH TEMPLATE public.easy (INIT = dsimple_init, LEXIZE = dsimple_lexize)");
    }
}
