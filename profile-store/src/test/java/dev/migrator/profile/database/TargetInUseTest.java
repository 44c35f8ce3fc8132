package dev.migrator.profile.database;

import static dev.migrator.profile.database.ReplaceDatabaseTest.absent;
import static dev.migrator.profile.database.Replacement.execute;
import static dev.migrator.profile.database.Replacement.leftovers;
import static dev.migrator.profile.database.Replacement.tableExists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets that others are connected to. */
class TargetInUseTest {

    private final TestPostgres server = TestPostgres.newest();

    @Test
    void aTargetThatOthersUseIsRefusedWithTheirNames() throws SQLException {
        Database target = server.createDatabase("busy");
        try (Connection other = target.connect()) {
            other.setClientInfo("ApplicationName", "nightly report");

            assertThatThrownBy(() -> Replacement.of(target).run())
                    .isInstanceOf(TargetException.InUse.class)
                    .hasMessageContaining("pid " + pid(other) + ", user postgres, application 'nightly report'")
                    .hasMessageContaining("-Dmigrator.terminateSessions=true");

            assertThat(other.isValid(0)).isTrue();
        }
    }

    @Test
    void aSessionThatComesWhileTheRestoreGoesOnStopsTheSwap() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");
        Connection[] late = new Connection[1];

        assertThatThrownBy(() -> Replacement.of(target)
                        .replay(fresh -> late[0] = target.connect())
                        .run())
                .isInstanceOf(TargetException.InUse.class);

        late[0].close();
        assertThat(tableExists(target, "before")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void sessionsAreEndedWhereThatWasPermitted(int major) throws SQLException {
        Database target = absent(TestPostgres.of(major));
        Replacement.of(target).run();
        try (Connection other = target.connect()) {
            Replacement.of(target).terminateSessions().run();

            assertThat(other.isValid(0)).isFalse();
        }
        assertThat(tableExists(target, "restored")).isTrue();
    }

    @Test
    void aPreparedTransactionIsInTheWayWhateverIsPermitted() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.t()", "BEGIN; DROP TABLE public.t; PREPARE TRANSACTION 'half done'");

        assertThatThrownBy(() -> Replacement.of(target).terminateSessions().run())
                .isInstanceOf(TargetException.InUse.class)
                .hasMessageContaining("prepared transaction 'half done'");

        execute(target, "ROLLBACK PREPARED 'half done'");
    }

    /** Like the pool of an application that is still running: each time it is thrown out it is back at once. */
    @Test
    void aSessionThatAlwaysComesBackDoesNotWinTheRaceForTheName() throws Exception {
        Database target = absent(server);
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch connected = new CountDownLatch(1);
        Thread pool = new Thread(() -> {
            while (!stop.get()) {
                try (Connection connection = target.connect()) {
                    connected.countDown();
                    sleep(connection);
                } catch (SQLException | MigratorException e) {
                    // Thrown out, or not let in: try again.
                }
            }
        });
        pool.start();
        connected.await();

        Replacement.of(target).terminateSessions().run();

        assertThat(tableExists(target, "before")).isFalse();
        assertThat(leftovers(target)).isEmpty();
        stop.set(true);
        while (pool.isAlive()) {
            execute(
                    server.maintenance(),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + target.name() + "'");
            pool.join(50);
        }
    }

    private static void sleep(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(60)");
        }
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }
}
