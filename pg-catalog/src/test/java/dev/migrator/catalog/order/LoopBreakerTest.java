package dev.migrator.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Phase;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoopBreakerTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aViewAndAFunctionOverItsRowsNeedAViewOfNullsFirst(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE VIEW v AS SELECT 1 AS a, 'x'::text COLLATE "C" AS b;
                CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql BEGIN ATOMIC SELECT a, b FROM v; END;
                CREATE OR REPLACE VIEW v WITH (security_barrier) AS
                    SELECT s.a, 'y'::text COLLATE "C" AS b FROM (SELECT 1 AS a) s WHERE EXISTS (SELECT 1 FROM f())""");
        trip.isFaithful();
        assertThat(trip.sql(Phase.BEFORE_ROWS))
                .contains("CREATE VIEW public.v AS\nSELECT NULL::integer AS a,\n    NULL::text COLLATE \"C\" AS b");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aDefaultThatReadsItsOwnTableIsSetAfterwards(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE t (id int, n int DEFAULT 5);
                CREATE FUNCTION next() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT count(*)::int FROM t; END;
                CREATE FUNCTION good(t) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
                ALTER TABLE t ALTER id SET DEFAULT next();
                ALTER TABLE t ADD CONSTRAINT whole CHECK (good(t))""");
        trip.isFaithful();
        assertThat(trip.sql(Phase.BEFORE_ROWS))
                .contains("CREATE TABLE public.t (\n    id integer,\n    n integer DEFAULT 5\n)")
                .contains("ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT public.next()");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aTableOfRowsOfAViewOverAKeyStillComesBeforeTheRows(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE TABLE keyed (id int PRIMARY KEY, n int);
                CREATE VIEW grouped AS SELECT id, n FROM keyed GROUP BY id;
                CREATE FUNCTION total() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM grouped; END;
                CREATE TABLE counted (r grouped, c bigint DEFAULT total())""");
        trip.isFaithful();
        assertThat(trip.original().plan().in(Phase.BEFORE_ROWS))
                .extracting(statement -> statement.object().toString())
                .contains("table public.counted", "view public.grouped");
        assertThat(trip.sql(Phase.LATE))
                .anyMatch(sql -> sql.startsWith("CREATE OR REPLACE VIEW public.grouped"))
                .contains("ALTER TABLE ONLY public.counted ALTER COLUMN c SET DEFAULT public.total()");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aDomainWhoseCheckTakesTheDomainGetsItAfterwards(int major) throws Exception {
        RoundTrip.of(TestPostgres.of(major), """
                        CREATE DOMAIN dom AS int;
                        CREATE FUNCTION good(dom) RETURNS bool LANGUAGE plpgsql IMMUTABLE AS 'begin return $1 > 0; end';
                        ALTER DOMAIN dom ADD CONSTRAINT dck CHECK (good(VALUE::int))""").isFaithful();
    }
}
