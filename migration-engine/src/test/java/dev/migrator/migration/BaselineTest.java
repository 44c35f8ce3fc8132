package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void a_baseline_is_recorded_and_not_run() {
        project.settings = project.settings.withBaseline(new MigrationVersion("2"));
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();")
                .file("common/002_comment.sql", "CREATE TABLE comment ();")
                .file("common/003_later.sql", "CREATE TABLE later ();");

        assertThat(project.pending()).containsExactly("common/003_later.sql");
        assertThat(project.apply()).containsExactly("common/003_later.sql");

        assertThat(project.tableExists("ticket")).isFalse();
        assertThat(project.rows("SELECT concat_ws(' ', version, filename, length(checksum), success, baseline)"
                        + " FROM migrator.schema_migrations ORDER BY id"))
                .containsExactly(
                        "001 common/001_ticket.sql 64 t t",
                        "002 common/002_comment.sql 64 t t",
                        "003 common/003_later.sql 64 t f");
    }

    @Test
    void a_baseline_may_name_a_version_whose_file_is_gone() {
        project.settings = project.settings.withBaseline(new MigrationVersion("041"));
        project.file("common/042_later.sql", "CREATE TABLE later ();");

        assertThat(project.migrate().version()).isEqualTo("042");
        assertThat(project.rows("SELECT version || filename FROM migrator.schema_migrations WHERE baseline"))
                .containsExactly("041(baseline)");
        assertThat(project.apply()).isEmpty();
    }

    @Test
    void a_baseline_is_not_looked_at_in_a_database_that_tracks_already() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();").migrate();
        project.settings = project.settings.withBaseline(new MigrationVersion("002"));
        project.file("common/002_comment.sql", "CREATE TABLE comment ();");

        project.migrate();

        assertThat(project.tableExists("comment")).isTrue();
    }

    @Test
    void a_baseline_does_not_let_a_contained_file_change_afterwards() {
        project.settings = project.settings.withBaseline(new MigrationVersion("001"));
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();").migrate();

        assertThatThrownBy(project.file("common/001_ticket.sql", "SELECT 1")::migrate)
                .isInstanceOf(MigrationsRefusedException.class);
    }
}
