package dev.migrator.profile.database;

import static dev.migrator.profile.database.ReplaceDatabaseTest.absent;
import static dev.migrator.profile.database.ReplaceDatabaseTest.name;
import static dev.migrator.profile.database.Replacement.tableExists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.SharedSessionException;
import dev.migrator.testing.PgBouncer;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TargetLockTest {

    private final TestPostgres server = TestPostgres.newest();

    @Test
    void aSecondRestoreOfTheSameTargetIsRefusedAtOnceNamingTheFirst() throws Exception {
        Database target = absent(server);
        CountDownLatch filling = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        CompletableFuture<Replaced> first = CompletableFuture.supplyAsync(() -> Replacement.of(target)
                .filling(fresh -> {
                    filling.countDown();
                    await(refused);
                    Replacement.ONE_TABLE.fill(fresh);
                })
                .run());
        await(filling);

        assertThatThrownBy(() -> Replacement.of(target).run())
                .isInstanceOf(TargetException.Locked.class)
                .hasMessageContaining(target.name() + ", pid ")
                .hasMessageContaining("application 'migrator restore of " + target.name() + "', since 20")
                .message()
                .containsPattern("pid (\\d+),.* SELECT pg_terminate_backend\\(\\1\\)");

        refused.countDown();
        first.join();
        assertThat(tableExists(target, "restored")).isTrue();
    }

    @Test
    void anotherTargetOfTheSameServerIsFree() throws SQLException {
        Database target = absent(server);
        try (TargetLock held = TargetLock.take(absent(server))) {
            Replacement.of(target).run();

            assertThat(held.connection().isValid(0)).isTrue();
        }
        assertThat(tableExists(target, "restored")).isTrue();
    }

    @Test
    void theLockIsFreeAgainAfterAFailure() throws SQLException {
        Database target = absent(server);
        assertThatThrownBy(() -> Replacement.of(target)
                        .filling(fresh -> {
                            throw new IllegalStateException("broken");
                        })
                        .run())
                .hasMessage("broken");

        Replacement.of(target).run();
    }

    /** Whoever has lost the connection has lost the lock, and must not swap. */
    @Test
    void aRunWhoseLockConnectionWasEndedDoesNotSwap() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        Replacement.execute(target, "CREATE TABLE public.before()");

        assertThatThrownBy(() -> Replacement.of(target)
                        .replay(fresh -> Replacement.execute(
                                server.maintenance(),
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'migrator restore of "
                                        + target.name() + "'"))
                        .run())
                .isInstanceOf(dev.migrator.postgres.ServerFailureException.class);

        assertThat(tableExists(target, "before")).isTrue();
        assertThat(Replacement.leftovers(target)).isEmpty();
    }

    @Test
    void withoutADatabaseCalledPostgresTheUsersOwnIsTaken() throws SQLException {
        String role = "role_" + name();
        Replacement.execute(
                server.maintenance(),
                "CREATE ROLE \"" + role + "\" LOGIN CREATEDB PASSWORD 'pw'",
                "CREATE DATABASE \"" + role + "\" OWNER \"" + role + '"',
                "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
        try {
            Database target = server.database(name(), role, "pw");
            try (TargetLock lock = TargetLock.take(target)) {
                assertThat(lock.connection().getCatalog()).isEqualTo(role);
            }
        } finally {
            Replacement.execute(server.maintenance(), "GRANT CONNECT ON DATABASE postgres TO PUBLIC");
        }
    }

    @Test
    void aPoolerThatSharesSessionsIsRefused() throws Exception {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed");
        try (PgBouncer pooler = PgBouncer.start(server, "transaction")) {
            Database target = pooler.database(name());

            assertThatThrownBy(() -> Replacement.of(target).run()).isInstanceOf(SharedSessionException.class);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
