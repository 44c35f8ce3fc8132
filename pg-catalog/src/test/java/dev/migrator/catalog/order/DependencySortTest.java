package dev.migrator.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.Phase;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.catalog.Statement;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencySortTest {

    @Test
    void aViewThatGroupsByAKeyComesAfterTheRowsAndTheKey() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TABLE t (id int PRIMARY KEY, n int);
                CREATE VIEW plain AS SELECT id FROM t;
                CREATE VIEW grouped AS SELECT id, n, count(*) AS c FROM t GROUP BY id;
                CREATE VIEW above AS SELECT c FROM grouped""");
        trip.isFaithful();
        assertThat(objects(trip, Phase.BEFORE_ROWS)).contains("view public.plain");
        assertThat(objects(trip, Phase.KEYS_AND_INDEXES)).containsExactly("constraint public.t.t_pkey");
        assertThat(objects(trip, Phase.LATE)).containsSubsequence("view public.grouped", "view public.above");
    }

    @Test
    void materializedViewsAreFilledOneAfterAnotherAfterThePrivileges() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TABLE t (id int);
                CREATE MATERIALIZED VIEW z_first AS SELECT id FROM t;
                CREATE VIEW between AS SELECT id FROM z_first;
                CREATE MATERIALIZED VIEW a_second AS SELECT id FROM between;
                CREATE MATERIALIZED VIEW empty AS SELECT id FROM t WITH NO DATA;
                CREATE UNIQUE INDEX ON a_second (id); GRANT SELECT ON t TO pg_monitor""");
        trip.isFaithful();
        assertThat(trip.sql(Phase.LATE))
                .containsSubsequence(
                        "GRANT SELECT ON TABLE public.t TO pg_monitor",
                        "REFRESH MATERIALIZED VIEW public.z_first",
                        "REFRESH MATERIALIZED VIEW public.a_second")
                .noneMatch(sql -> sql.contains("public.empty"));
    }

    @Test
    void everyPhaseFollowsTheOneBefore() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TABLE parent (id serial PRIMARY KEY);
                CREATE TABLE child (id int REFERENCES parent, CHECK (id > 0));
                ALTER TABLE child ADD CONSTRAINT later CHECK (id < 9) NOT VALID;
                CREATE INDEX ON child (id); GRANT SELECT ON child TO PUBLIC""");
        trip.isFaithful();
        List<Phase> phases = trip.original().plan().statements().stream()
                .map(Statement::phase)
                .toList();
        assertThat(phases).isSorted().contains(Phase.values());
        assertThat(objects(trip, Phase.LATE)).contains("constraint public.child.later");
    }

    @Test
    void equalDatabasesMadeInAnotherOrderGiveEqualPlans() throws Exception {
        TestPostgres server = TestPostgres.newest();
        Catalog first = RoundTrip.read(RoundTrip.databaseWith(
                server, "CREATE TABLE b (id serial); CREATE TABLE a (id int); CREATE VIEW v AS SELECT a.id FROM a, b"));
        Catalog second = RoundTrip.read(RoundTrip.databaseWith(
                server, "CREATE TABLE a (id int); CREATE TABLE b (id serial); CREATE VIEW v AS SELECT a.id FROM a, b"));
        assertThat(first.plan()).isEqualTo(second.plan());
    }

    private static List<String> objects(RoundTrip trip, Phase phase) {
        return trip.original().plan().in(phase).stream()
                .map(statement -> statement.object().toString())
                .distinct()
                .toList();
    }

    @Test
    void castsComeBeforeTheExpressionsThatMayUseThem() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TYPE pair AS (a int); CREATE FUNCTION z_pair(int) RETURNS pair IMMUTABLE LANGUAGE sql AS 'select row($1)::public.pair';
                CREATE CAST (int AS pair) WITH FUNCTION z_pair(int);
                CREATE DOMAIN positive AS int CHECK (((VALUE::pair)).a > 0);
                CREATE FUNCTION a_parsed() RETURNS pair LANGUAGE sql RETURN 1::pair""");
        // pg_dump makes the domain before the cast.
        trip.readsBackTheSame();
        assertThat(objects(trip, Phase.BEFORE_ROWS))
                .containsSubsequence("cast integer AS public.pair", "domain public.positive");
    }

    @Test
    void operatorClassesComeBeforeTheParsedBodiesThatMaySortByThem() throws Exception {
        RoundTrip trip = RoundTrip.of("""
                CREATE TYPE num; CREATE FUNCTION num_in(cstring) RETURNS num IMMUTABLE STRICT LANGUAGE internal AS 'int4in';
                CREATE FUNCTION num_out(num) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'int4out';
                CREATE TYPE num (INPUT = num_in, OUTPUT = num_out, LIKE = int4);
                CREATE FUNCTION lt(num, num) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4lt';
                CREATE FUNCTION eq(num, num) RETURNS bool IMMUTABLE STRICT LANGUAGE internal AS 'int4eq';
                CREATE FUNCTION cmp(num, num) RETURNS int IMMUTABLE STRICT LANGUAGE internal AS 'btint4cmp';
                CREATE OPERATOR < (FUNCTION = lt, LEFTARG = num, RIGHTARG = num);
                CREATE OPERATOR = (FUNCTION = eq, LEFTARG = num, RIGHTARG = num);
                CREATE OPERATOR CLASS ops DEFAULT FOR TYPE num USING btree AS OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 cmp(num, num);
                CREATE FUNCTION a_parsed(num[]) RETURNS bigint LANGUAGE sql RETURN (SELECT count(DISTINCT u) FROM unnest($1) u)""");
        // pg_dump makes the body before the operator class.
        trip.readsBackTheSame();
        assertThat(objects(trip, Phase.BEFORE_ROWS))
                .containsSubsequence("operator class public.btree.ops", "function public.a_parsed(public.num[])");
    }
}
