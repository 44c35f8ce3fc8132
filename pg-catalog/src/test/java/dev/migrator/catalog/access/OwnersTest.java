package dev.migrator.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import org.junit.jupiter.api.Test;

class OwnersTest {

    @Test
    void givesEachObjectToItsOwnerAndItsOwnedSequencesWithIt() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TABLE t (id serial, i int GENERATED ALWAYS AS IDENTITY); ALTER TABLE t OWNER TO pg_monitor;
                CREATE VIEW v AS SELECT 1 AS one; ALTER VIEW v OWNER TO pg_monitor;
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS one; ALTER MATERIALIZED VIEW m OWNER TO pg_monitor;
                CREATE TYPE e AS ENUM ('x'); ALTER TYPE e OWNER TO pg_monitor;
                CREATE SCHEMA s AUTHORIZATION pg_monitor; CREATE TABLE s.mine (id int)""");
        trip.isFaithful();
        assertThat(trip.object("sequence public.t_id_seq").owner()).isEqualTo("pg_monitor");
        assertThat(trip.object("sequence public.t_i_seq").owner()).isEqualTo("pg_monitor");
        assertThat(trip.object("materialized view public.m").owner()).isEqualTo("pg_monitor");
        assertThat(trip.object("table s.mine").owner()).isEqualTo("postgres");
    }
}
