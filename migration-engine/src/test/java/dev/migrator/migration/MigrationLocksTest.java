package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationLocksTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void who_migrates_can_be_read_meanwhile_and_not_afterwards() {
        project.file(
                        "common/001_a.sql",
                        "CREATE TABLE seen AS SELECT locked_by, process_id, doing, backend_pid"
                                + " FROM migrator.migration_locks")
                .migrate();

        assertThat(project.rows("SELECT process_id || ' ' || doing || ' ' || (locked_by LIKE '%@%') FROM seen"))
                .containsExactly(ProcessHandle.current().pid() + " migrate true");
        assertThat(project.rows("SELECT 1 FROM migrator.migration_locks")).isEmpty();
    }

    @Test
    void a_run_that_failed_leaves_no_row() {
        project.file("common/001_a.sql", "SELECT nonsense");

        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);
        assertThat(project.rows("SELECT 1 FROM migrator.migration_locks")).isEmpty();
    }

    @Test
    void the_row_of_a_run_that_was_killed_is_told_and_replaced_by_the_next() {
        project.file("common/001_a.sql", "SELECT 1").migrate();
        leaveARow();

        project.file("common/002_b.sql", "SELECT 1").migrate();
        assertThat(project.events)
                .contains(new MigrationEvent.Abandoned("ci@build7, process 4711, migrate since 2026-01-02T03:04:05Z"));
    }

    @Test
    void unlocking_clears_what_the_dead_have_left() {
        project.file("common/001_a.sql", "SELECT 1").migrate();
        leaveARow();

        assertThat(new UnlockDatabase(project.settings).unlock(project.database))
                .containsExactly("ci@build7, process 4711, migrate since 2026-01-02T03:04:05Z");
        assertThat(new UnlockDatabase(project.settings).unlock(project.database))
                .isEmpty();
    }

    @Test
    void unlocking_a_database_that_tracks_nothing_changes_nothing() {
        assertThat(new UnlockDatabase(project.settings).unlock(project.database))
                .isEmpty();
        assertThat(project.rows("SELECT 1 FROM pg_namespace WHERE nspname = 'migrator'"))
                .isEmpty();
    }

    @Test
    void unlocking_is_refused_while_whoever_has_the_lock_is_alive() throws Exception {
        project.file("common/001_a.sql", "SELECT 1").migrate();
        try (var alive = project.database.connect()) {
            new MigrationLock(alive, "migrator").take(project.database.name(), Duration.ZERO, holder -> {});

            assertThatThrownBy(() -> new UnlockDatabase(project.settings).unlock(project.database))
                    .isInstanceOf(MigrationLockedException.class)
                    .hasMessageContaining("pg_terminate_backend(");
        }
    }

    private void leaveARow() {
        project.execute("INSERT INTO migrator.migration_locks (locked_at, locked_by, process_id, backend_pid, doing)"
                + " VALUES ('2026-01-02 03:04:05Z', 'ci@build7', 4711, 1, 'migrate')");
    }
}
