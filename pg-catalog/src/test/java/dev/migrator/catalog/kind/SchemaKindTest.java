package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import org.junit.jupiter.api.Test;

class SchemaKindTest {

    @Test
    void carriesSchemasOfAnyNameWithTheirComments() throws Exception {
        RoundTrip trip =
                RoundTrip.of("CREATE SCHEMA \"we\"\"ird sch.ema\"; COMMENT ON SCHEMA \"we\"\"ird sch.ema\" IS 'it''s'");
        trip.isFaithful();
        assertThat(trip.object("schema we\"ird sch.ema").comments())
                .extracting("text")
                .containsExactly("it's");
    }

    @Test
    void leavesANewDatabasesPublicSchemaAlone() throws Exception {
        RoundTrip trip = RoundTrip.of("SELECT 1");
        trip.isFaithful();
        assertThat(trip.original().plan().statements())
                .extracting("sql")
                .containsExactly("CREATE SCHEMA IF NOT EXISTS public");
    }

    @Test
    void dropsThePublicSchemaWhereTheSourceHasNone() throws Exception {
        RoundTrip trip = RoundTrip.of("DROP SCHEMA public");
        trip.isFaithful();
        assertThat(trip.answer("SELECT count(*) FROM pg_namespace WHERE nspname = 'public'"))
                .isEqualTo("0");
    }

    @Test
    void keepsAChangedOwnerAndCommentOfPublic() throws Exception {
        RoundTrip trip = RoundTrip.of("ALTER SCHEMA public OWNER TO pg_monitor; COMMENT ON SCHEMA public IS 'ours'");
        trip.isFaithful();
        assertThat(trip.object("schema public").owner()).isEqualTo("pg_monitor");
        assertThat(trip.object("schema public").comments()).extracting("text").containsExactly("ours");
    }

    @Test
    void takesFromPublicTheCommentThatItHasLost() throws Exception {
        RoundTrip trip = RoundTrip.of("COMMENT ON SCHEMA public IS NULL");
        trip.isFaithful();
        assertThat(trip.answer("SELECT obj_description('public'::regnamespace, 'pg_namespace')"))
                .isNull();
    }
}
