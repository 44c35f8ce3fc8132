package dev.migrator.catalog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.RoundTrip;
import dev.migrator.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTriggerKindTest {

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void comesLastSoThatTheRestoreDoesNotFireIt(int major) throws Exception {
        RoundTrip trip = RoundTrip.of(TestPostgres.of(major), """
                CREATE FUNCTION evt() RETURNS event_trigger LANGUAGE plpgsql AS 'begin raise exception ''fired''; end';
                CREATE TABLE t (id int); ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
                GRANT SELECT ON t TO pg_monitor;
                CREATE EVENT TRIGGER ev ON ddl_command_end WHEN TAG IN ('CREATE FUNCTION', 'DROP FUNCTION') EXECUTE FUNCTION evt();
                CREATE EVENT TRIGGER off ON sql_drop EXECUTE FUNCTION evt();
                ALTER EVENT TRIGGER off DISABLE; COMMENT ON EVENT TRIGGER ev IS 'e'""");
        trip.isFaithful();
        assertThat(trip.object("event trigger ev").definition().text())
                .contains("WHEN TAG IN ('CREATE FUNCTION', 'DROP FUNCTION')");
        assertThat(trip.answer("SELECT evtenabled FROM pg_event_trigger WHERE evtname = 'off'"))
                .isEqualTo("D");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void oneThatForbidsEveryCommandDoesNotStopTheRestThatIsMade(int major) throws Exception {
        RoundTrip.of(TestPostgres.of(major), """
                        CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS 'begin raise exception ''forbidden''; end';
                        CREATE TABLE t (id int); CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
                        ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
                        CREATE EVENT TRIGGER a ON ddl_command_start EXECUTE FUNCTION forbid();
                        CREATE EVENT TRIGGER b ON ddl_command_end EXECUTE FUNCTION forbid();
                        COMMENT ON EVENT TRIGGER b IS 'e'; ALTER EVENT TRIGGER a ENABLE ALWAYS""").isFaithful();
    }
}
