package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Stops builds in the midst of their rows, at no time of the clock: a table of which one row cannot be masked or written while the gate is
 * shut, since a function waits there until a session with a certain name has ended, in whatever database of the server.
 */
final class Gate implements AutoCloseable {

    /** Masks the column without changing it, and waits at the gate. */
    static final String PROFILE = "personalData: masked\nmask: {public.gated: {name: public.passes(name)}}\n";

    private static final String TABLE = """
            CREATE FUNCTION public.passes(name text) RETURNS text LANGUAGE plpgsql AS $$
            BEGIN
                WHILE name = 'gate' AND EXISTS (
                    SELECT FROM pg_catalog.pg_stat_activity WHERE application_name = 'shut gate')
                LOOP
                    PERFORM pg_catalog.pg_sleep(0.05);
                    PERFORM pg_catalog.pg_stat_clear_snapshot();
                END LOOP;
                RETURN name;
            END $$;
            CREATE TABLE public.gated (name text CHECK (public.passes(name) IS NOT NULL));
            INSERT INTO public.gated VALUES ('before'), ('gate'), ('after')""";

    private static final String WAITING = """
            SELECT count(*)
            FROM pg_catalog.pg_stat_activity
            WHERE application_name LIKE 'migrator%' AND query ILIKE 'COPY%' AND wait_event = 'PgSleep'""";

    private static final long POLL_MILLIS = 50;

    private final Connection gate;

    private Gate(Connection gate) {
        this.gate = gate;
    }

    /** Makes the table; the gate is open. */
    static void build(Database database) throws SQLException {
        BadInput.run(database, TABLE);
    }

    /**
     * Shuts it for all databases of a server.
     *
     * @param server any database of the server, as a superuser
     */
    static Gate shut(Database server) throws SQLException {
        Connection gate = server.connect();
        try (var statement = gate.createStatement()) {
            statement.execute("SET application_name = 'shut gate'");
        }
        return new Gate(gate);
    }

    /** Returns when a build stands before the gate, its COPY begun. */
    void await(RunningBuild build) throws Exception {
        while (!someoneWaits()) {
            assertThat(build.process().isAlive()).as(build.printed()).isTrue();
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean someoneWaits() throws SQLException {
        try (var statement = gate.createStatement();
                var row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    /** Opens it. */
    @Override
    public void close() throws SQLException {
        gate.close();
    }
}
