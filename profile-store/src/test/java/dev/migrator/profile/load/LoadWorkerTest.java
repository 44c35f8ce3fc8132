package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadWorkerTest {

    private Database fresh;

    @BeforeEach
    void create() {
        fresh = TestPostgres.newest().createDatabase("fresh");
    }

    @Test
    void aFailureEndsWhatTheServerIsAt() {
        CountDownLatch asleep = new CountDownLatch(1);
        RestoreException failure = new RestoreException.Stopped("this one");
        Job endless = job(connection -> {
            asleep.countDown();
            run(connection, "SELECT pg_advisory_lock(1), pg_sleep(1000000)");
        });
        Job failing = job(connection -> {
            try {
                asleep.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw failure;
        });

        assertThatThrownBy(() -> LoadWorker.crew(fresh, true, 2).run(List.of(endless, failing)))
                .isSameAs(failure);
        assertThatCode(() -> execute(fresh, "SET lock_timeout = '60s'", "SELECT pg_advisory_lock(1)"))
                .as("the session that slept is gone")
                .doesNotThrowAnyException();
    }

    @Test
    void whatTheServerSaysIsToldWithWhatWasDone() {
        assertThatThrownBy(() -> LoadWorker.crew(fresh, true, 1).run(job(c -> run(c, "SELECT 1 / 0"))))
                .isInstanceOf(RestoreException.Refused.class)
                .hasMessageStartingWith("the server refuses a part of the snapshot: a job: division by zero");
    }

    @Test
    void triggersAreQuietWhereTheRoleMayMakeThem() throws SQLException {
        String remember = "CREATE TABLE public.seen AS SELECT current_setting('session_replication_role') AS role";

        LoadWorker.crew(fresh, true, 1).run(job(connection -> run(connection, remember)));

        assertThat(values(fresh, "SELECT role FROM public.seen")).isEqualTo("replica");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private static Job job(Work work) {
        return new Job() {
            @Override
            public String subject() {
                return "a job";
            }

            @Override
            public void run(Connection connection) throws SQLException {
                work.on(connection);
            }
        };
    }
}
