package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConcurrentMigrationTest {

    private static final int RACERS = 8;

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void eight_at_once_apply_each_migration_exactly_once(int major) throws Exception {
        Project project = new Project(directory, TestPostgres.of(major).createDatabase("race"));
        project.file("common/001_counter.sql", "CREATE TABLE counter (file int);");
        for (int i = 2; i <= 12; i++) {
            project.file("common/%03d_count.sql".formatted(i), "INSERT INTO counter VALUES (" + i + ");");
        }
        CyclicBarrier start = new CyclicBarrier(RACERS);

        List<Integer> applied = inParallel(() -> {
            Migrations migrations = project.migrations();
            start.await();
            return new MigrateDatabase(MigrationSettings.DEFAULTS, MigrationListener.NONE)
                    .migrate(project.database, migrations)
                    .applied()
                    .size();
        });

        assertThat(applied.stream().mapToInt(Integer::intValue).sum()).isEqualTo(12);
        assertThat(project.rows("SELECT file FROM public.counter ORDER BY file"))
                .isEqualTo(
                        IntStream.rangeClosed(2, 12).mapToObj(Integer::toString).toList());
        assertThat(project.rows("SELECT version FROM migrator.schema_migrations ORDER BY id"))
                .hasSize(12)
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("slow")
    void four_processes_apply_each_migration_exactly_once() throws Exception {
        TestPostgres server = TestPostgres.newest();
        Project project = new Project(directory, server.createDatabase("race"));
        project.file("common/001_counter.sql", "CREATE TABLE counter (file int);");
        for (int i = 2; i <= 30; i++) {
            project.file("common/%03d_count.sql".formatted(i), "INSERT INTO counter VALUES (" + i + ");");
        }
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(MigratingProcess.start(project, server.password()));
        }

        int applied = 0;
        for (Process process : processes) {
            applied += process.waitFor();
        }

        assertThat(applied).isEqualTo(30);
        assertThat(project.rows("SELECT count(*) FROM public.counter")).containsExactly("29");
    }

    @Test
    void who_waits_is_told_for_whom_and_goes_on_when_they_are_done() throws Exception {
        Project project = new Project(directory, TestPostgres.newest().createDatabase("wait"))
                .file("common/001_ticket.sql", "CREATE TABLE ticket ();");
        try (var holder = project.database.connect()) {
            new MigrationLock(holder, "migrator").take("wait", Duration.ZERO, nobody -> {});

            Migrated migrated = new MigrateDatabase(MigrationSettings.DEFAULTS, event -> {
                        if (event instanceof MigrationEvent.Waiting waiting) {
                            project.events.add(waiting);
                            project.execute("SELECT pg_terminate_backend("
                                    + waiting.holder().pid() + ")");
                        }
                    })
                    .migrate(project.database, project.migrations());

            assertThat(migrated.applied()).hasSize(1);
            assertThat(project.events).singleElement().isInstanceOfSatisfying(MigrationEvent.Waiting.class, waiting -> {
                assertThat(waiting.holder().application()).isEqualTo("migrator");
                assertThat(waiting.holder().since()).isNotNull();
            });
        }
    }

    @Test
    void who_has_waited_long_enough_is_told_who_holds_the_lock() throws Exception {
        Project project = new Project(directory, TestPostgres.newest().createDatabase("wait"))
                .file("common/001_ticket.sql", "CREATE TABLE ticket ();");
        project.settings = project.settings.withLockWait(Duration.ZERO);
        try (var holder = project.database.connect()) {
            new MigrationLock(holder, "migrator").take("wait", Duration.ZERO, nobody -> {});

            assertThatThrownBy(project::migrate)
                    .isInstanceOf(MigrationLockedException.class)
                    .hasMessageMatching(
                            "database is being migrated by migrator \\(pid \\d+, user postgres, since [^)]+\\),"
                                    + " waited 0 s for it: " + project.database.name()
                                    + "\\. Wait until it is done and run again; if nobody is behind it any more, end it:"
                                    + " SELECT pg_terminate_backend\\(\\d+\\)");

            assertThat(project.tableExists("ticket")).isFalse();
        }
    }

    @Test
    void a_replay_with_another_tracking_schema_does_not_wait() throws Exception {
        Project project = new Project(directory, TestPostgres.newest().createDatabase("wait"))
                .file("common/001_ticket.sql", "CREATE TABLE ticket ();");
        project.settings = project.settings.withLockWait(Duration.ZERO).withTrackingSchema("other");
        try (var holder = project.database.connect()) {
            new MigrationLock(holder, "migrator").take("wait", Duration.ZERO, nobody -> {});

            assertThat(project.apply()).hasSize(1);
        }
    }

    @Test
    void the_lock_is_free_again_when_a_replay_has_failed() {
        Project project = new Project(directory, TestPostgres.newest().createDatabase("wait"))
                .file("common/001_ticket.sql", "SELECT nonsense");
        project.settings = project.settings.withLockWait(Duration.ZERO);
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);

        assertThat(project.file("common/001_ticket.sql", "SELECT 1").apply()).hasSize(1);
    }

    private static List<Integer> inParallel(Callable<Integer> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                running.add(threads.submit(work));
            }
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
