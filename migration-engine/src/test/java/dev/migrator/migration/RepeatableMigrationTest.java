package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatableMigrationTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void runs_after_all_others_and_again_only_when_it_has_changed() {
        project.file("common/R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) FROM t;")
                .file("common/001_t.sql", "CREATE TABLE t ();");

        assertThat(project.apply()).containsExactly("common/001_t.sql", "common/R__totals.sql");
        assertThat(project.apply()).isEmpty();
        project.file("common/R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) + 0 AS count FROM t;");
        assertThat(project.apply()).containsExactly("common/R__totals.sql");
        assertThat(project.rows("SELECT concat_ws('|', operation, version, success) FROM migrator.schema_migrations"
                        + " ORDER BY id"))
                .containsExactly("migrate|001|t", "repeatable|t", "repeatable|t");
        assertThat(project.rows("SELECT migrator.get_current_schema_version()")).containsExactly("001");
    }

    @Test
    void runs_again_after_a_failure() {
        project.file("common/R__v.sql", "SELECT nonsense;");
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);

        assertThat(project.file("common/R__v.sql", "SELECT 1;").apply()).containsExactly("common/R__v.sql");
    }

    @Test
    void waits_until_the_newest_version_is_the_target() {
        project.settings = project.settings.withTarget(new MigrationVersion("001"));
        project.file("common/001_t.sql", "CREATE TABLE t ();")
                .file("common/002_u.sql", "CREATE TABLE u ();")
                .file("common/R__v.sql", "SELECT * FROM u;");

        assertThat(project.apply()).containsExactly("common/001_t.sql");
        project.settings = project.settings.withTarget(null);
        assertThat(project.apply()).containsExactly("common/002_u.sql", "common/R__v.sql");
    }

    @Test
    void a_target_that_no_file_has_is_refused() {
        project.settings = project.settings.withTarget(new MigrationVersion("7"));
        project.file("common/001_t.sql", "CREATE TABLE t ();");

        assertThatThrownBy(project::migrate)
                .hasMessage("no migration has this version: 7. Give the version of a file as migrator.targetVersion");
    }
}
