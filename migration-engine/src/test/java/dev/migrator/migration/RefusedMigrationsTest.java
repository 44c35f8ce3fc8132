package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedMigrationsTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void statements_that_a_migration_may_not_hold_are_refused() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket (id int);")
                .file("common/002_commit.sql", "SELECT 1;\nCOMMIT;")
                .file("common/003_index.sql", "CREATE INDEX CONCURRENTLY ON ticket (id);")
                .file("common/004_include.sql", "\\i other.sql")
                .file("common/005_nothing.sql", "-- to be written");

        assertThatThrownBy(project::migrate)
                .isInstanceOfSatisfying(MigrationsRefusedException.class, refused -> assertThat(refused.problems())
                        .extracting(MigrationProblem::subject)
                        .containsExactly(
                                "common/002_commit.sql, line 2",
                                "common/003_index.sql, line 1",
                                "common/004_include.sql, line 1",
                                "common/005_nothing.sql"));

        assertThat(project.tableExists("ticket")).isFalse();
        assertThat(project.rows("SELECT * FROM migrator.schema_migrations")).isEmpty();
    }

    @Test
    void a_changed_file_stops_the_replay() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();").migrate();
        project.file("common/001_ticket.sql", "CREATE TABLE ticket (id int);")
                .file("common/002_later.sql", "CREATE TABLE later ();");

        assertThatThrownBy(project::migrate)
                .isInstanceOf(MigrationsRefusedException.class)
                .hasMessageMatching(
                        "migration was changed after it was applied \\(checksum [0-9a-f]{12} then, [0-9a-f]{12} now\\):"
                                + " common/001_ticket.sql\\. Bring the file back as it was,"
                                + " and put the change into a new migration");
        assertThat(project.tableExists("later")).isFalse();
    }

    @Test
    void what_is_pending_can_be_asked_without_leaving_a_trace() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();")
                .file("common/002_comment.sql", "CREATE TABLE comment ();");

        assertThat(project.pending()).containsExactly("common/001_ticket.sql", "common/002_comment.sql");

        assertThat(project.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'migrator'"))
                .isEmpty();
        project.migrate();
        assertThat(project.pending()).isEmpty();
        assertThatThrownBy(project.file("common/003_commit.sql", "COMMIT")::pending)
                .isInstanceOf(MigrationsRefusedException.class);
    }
}
