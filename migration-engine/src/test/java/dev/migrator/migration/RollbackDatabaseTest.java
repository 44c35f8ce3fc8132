package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.migration.RollbackDatabase.Extent;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackDatabaseTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void takes_back_the_newest_migrations_by_their_sections_and_files() {
        project.file("common/001_a.sql", "CREATE TABLE a ();\n-- rollback\nDROP TABLE a;")
                .file("common/002_b.sql", "CREATE TABLE b ()\n-- Rollback:\nDROP TABLE b")
                .file("customer1-only/003_c.sql", "CREATE TABLE c ();")
                .file("customer1-only/003_c.rollback.sql", "-- rollback\nDROP TABLE c;")
                .migrate();

        assertThat(project.rollBack(new Extent.To(new MigrationVersion("001"))))
                .containsExactly("customer1-only/003_c.rollback.sql", "common/002_b.sql");

        assertThat(project.planned).containsExactly("customer1-only/003_c.rollback.sql", "common/002_b.sql");
        assertThat(project.tableExists("a")).isTrue();
        assertThat(project.tableExists("b")).isFalse();
        assertThat(project.tableExists("c")).isFalse();
        assertThat(project.rows("SELECT migrator.get_current_schema_version()")).containsExactly("001");
    }

    @Test
    void keeps_what_was_taken_back_in_the_history_and_applies_it_anew() {
        project.file("common/001_a.sql", "CREATE TABLE a ();\n-- rollback\nDROP TABLE a;")
                .migrate();
        project.rollBack(new Extent.Count(1));

        assertThat(project.apply()).containsExactly("common/001_a.sql");
        assertThat(project.rows("SELECT concat_ws('|', operation, version, success, undone)"
                        + " FROM migrator.schema_migrations ORDER BY id"))
                .containsExactly("migrate|001|t|t", "rollback|001|t|f", "migrate|001|t|f");
    }

    @Test
    void takes_nothing_back_where_one_of_them_does_not_say_how() {
        project.file("common/001_a.sql", "CREATE TABLE a ();")
                .file("common/002_b.sql", "CREATE TABLE b ();\n-- rollback\nDROP TABLE b;")
                .migrate();

        assertThatThrownBy(() -> project.rollBack(new Extent.Count(2)))
                .isInstanceOf(MigrationsRefusedException.class)
                .hasMessage(
                        "migration does not say how to take it back: common/001_a.sql. Write the statements behind a"
                                + " line '-- rollback' in it, or into common/001_a.rollback.sql");
        assertThat(project.tableExists("b")).isTrue();
        assertThat(project.rows("SELECT count(*) FROM migrator.schema_migrations"))
                .containsExactly("2");
    }

    @Test
    void goes_no_further_back_than_to_the_baseline() {
        project.settings = project.settings.withBaseline(new MigrationVersion("001"));
        project.file("common/001_a.sql", "CREATE TABLE a ();\n-- rollback\nDROP TABLE a;")
                .migrate();

        assertThatThrownBy(() -> project.rollBack(new Extent.Count(1)))
                .hasMessageStartingWith("version 001 was not applied here, it came with the data");
    }

    @Test
    void needs_a_version_that_is_applied() {
        project.file("common/001_a.sql", "SELECT 1").migrate();

        assertThatThrownBy(() -> project.rollBack(new Extent.To(new MigrationVersion("7"))))
                .hasMessage("this version is not applied: 7. Give one that is, as migrator.toVersion");
    }

    @Test
    void records_an_instruction_that_failed_and_leaves_the_migration_applied() {
        project.file("common/001_a.sql", "CREATE TABLE a ();\n-- rollback\nDROP TABLE a;\nDROP TABLE nowhere;")
                .migrate();

        assertThatThrownBy(() -> project.rollBack(new Extent.Count(1)))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("common/001_a.sql, line 4");
        assertThat(project.tableExists("a")).isTrue();
        assertThat(project.rows("SELECT concat_ws('|', operation, success, sqlstate, statement, line)"
                        + " FROM migrator.schema_migrations ORDER BY id DESC LIMIT 1"))
                .containsExactly("rollback|f|42P01|DROP TABLE NOWHERE|4");
        assertThat(project.rows("SELECT migrator.get_current_schema_version()")).containsExactly("001");
    }

    @Test
    void reads_past_the_rows_of_a_copy_to_the_section() {
        project.file(
                        "common/001_a.sql",
                        "CREATE TABLE a (t text);\nCOPY a FROM stdin;\n-- rollback\n\\.\n"
                                + "-- rollback\nDROP TABLE a;")
                .migrate();
        assertThat(project.rows("SELECT t FROM a")).containsExactly("-- rollback");

        project.rollBack(new Extent.Count(1));
        assertThat(project.tableExists("a")).isFalse();
    }
}
