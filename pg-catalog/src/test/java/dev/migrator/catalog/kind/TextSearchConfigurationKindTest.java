package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextSearchConfigurationKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsConfigurationsAndDictionaries(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple, stopwords = english, accept = 'false');
                CREATE TEXT SEARCH CONFIGURATION conf (COPY = english);
                ALTER TEXT SEARCH CONFIGURATION conf ALTER MAPPING FOR word WITH plain, simple;
                CREATE TABLE docs (d text); CREATE INDEX ON docs USING gin (to_tsvector('public.conf', d));
                COMMENT ON TEXT SEARCH CONFIGURATION conf IS 'c'; COMMENT ON TEXT SEARCH DICTIONARY plain IS 'd'""");
        trip.isFaithful();
        assertThat(trip.object("text search configuration public.conf")
                        .definition()
                        .text())
                .contains("ADD MAPPING FOR word WITH public.plain, pg_catalog.simple");
        assertThat(trip.object("text search dictionary public.plain")
                        .definition()
                        .text())
                .contains("TEMPLATE = pg_catalog.simple", "accept = 'false'");
    }
}
