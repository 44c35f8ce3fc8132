package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutineKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsFunctionsWithEveryOption(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE SCHEMA app;
                CREATE FUNCTION app.many(INOUT x int, OUT y text, z text DEFAULT 'it''s') RETURNS record LANGUAGE sql
                    SET search_path = app, "$user", "we""ird" SET work_mem = '64MB' SECURITY DEFINER STABLE LEAKPROOF PARALLEL SAFE COST 7
                    AS 'select 1, ''a''';
                CREATE FUNCTION app.rows() RETURNS TABLE (a int, "B c" text) LANGUAGE sql ROWS 7 AS 'select 1, ''''';
                CREATE FUNCTION app.body() RETURNS trigger LANGUAGE plpgsql AS E'begin\\r\\n return new; -- \\\\ $$\\nend';
                CREATE FUNCTION app.rest(VARIADIC c text[] DEFAULT ARRAY['x']) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
                COMMENT ON FUNCTION app.many(int, text) IS 'c'""");
        trip.isFaithful();
        assertThat(trip.object("function app.many(integer, text)").definition().text())
                .contains("COST 7", "SECURITY DEFINER", "SET search_path TO 'app', '$user', 'we\"ird'");
        assertThat(trip.object("function app.rest(text[])").definition().text()).contains("BEGIN ATOMIC");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void keepsProceduresAndWhoMayCallThem(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE PROCEDURE proc(INOUT a int, b text DEFAULT E'l1\\nl2') LANGUAGE plpgsql AS 'begin a := 1; commit; end';
                COMMENT ON PROCEDURE proc(int, text) IS 'p'; ALTER PROCEDURE proc OWNER TO pg_monitor;
                REVOKE EXECUTE ON PROCEDURE proc FROM PUBLIC""");
        trip.isFaithful();
        assertThat(trip.object("procedure public.proc(integer, text)").privileges())
                .containsExactly("ALL TO pg_monitor BY pg_monitor");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void makesAParsedBodyThatCallsItselfInTwoGoes(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION down(i int) RETURNS int LANGUAGE sql RETURN 0;
                CREATE OR REPLACE FUNCTION down(i int) RETURNS int LANGUAGE sql RETURN CASE WHEN i > 0 THEN down(i - 1) ELSE 7 END""");
        // pg_dump cannot restore it.
        trip.readsBackTheSame();
        assertThat(trip.answer("SELECT public.down(3)")).isEqualTo("7");
    }
}
