package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import org.junit.jupiter.api.Test;

class EnumKindTest {

    @Test
    void keepsTheLabelsInTheirOrderWhateverTheyHold() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE SCHEMA "we""ird";
                CREATE TYPE "we""ird"."Enum T" AS ENUM ('a b', 'it''s', 'z', 'back\\slash');
                ALTER TYPE "we""ird"."Enum T" ADD VALUE 'm' BEFORE 'z'""");
        trip.isFaithful();
        assertThat(trip.answer("SELECT enum_range(NULL::\"we\"\"ird\".\"Enum T\")::text"))
                .isEqualTo("{\"a b\",it's,m,z,\"back\\\\slash\"}");
    }

    @Test
    void anEnumMayHaveNoLabelYet() throws Exception {
        RoundTrip.of("CREATE TYPE empty AS ENUM ()").isFaithful().object("enum public.empty");
    }
}
