package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotentMigrationTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void what_is_there_or_gone_already_is_told_and_no_failure() {
        project.execute("CREATE TABLE t (a int)");
        project.file("common/001_t.sql", """
                        -- migrator: idempotent
                        CREATE TABLE t (a int);
                        ALTER TABLE t ADD COLUMN a int;
                        ALTER TABLE t DROP COLUMN b;
                        DROP INDEX nowhere;
                        CREATE TABLE u ();
                        """).migrate();

        assertThat(project.tableExists("u")).isTrue();
        assertThat(project.events)
                .contains(
                        new MigrationEvent.Tolerated(
                                "common/001_t.sql", "line 2: relation \"t\" already exists (SQLSTATE 42P07)"),
                        new MigrationEvent.Tolerated(
                                "common/001_t.sql",
                                "line 3: column \"a\" of relation \"t\" already exists (SQLSTATE 42701)"))
                .filteredOn(MigrationEvent.Tolerated.class::isInstance)
                .hasSize(4);
    }

    @Test
    void what_is_missing_and_should_be_changed_is_a_failure_all_the_same() {
        project.file("common/001_t.sql", "-- migrator: idempotent\nINSERT INTO nowhere VALUES (1);");
        assertThatThrownBy(project::migrate).hasMessageContaining("42P01");

        project.file("common/001_t.sql", "-- migrator: idempotent\nALTER TABLE nowhere ADD COLUMN a int;");
        assertThatThrownBy(project::migrate).hasMessageContaining("42P01");
    }

    @Test
    void any_other_failure_takes_the_whole_file_back() {
        project.file("common/001_t.sql", "-- migrator: idempotent\nCREATE TABLE t ();\nSELECT 1 / 0;");

        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);
        assertThat(project.tableExists("t")).isFalse();
    }

    @Test
    void without_the_line_at_its_head_a_file_fails_on_what_is_there() {
        project.execute("CREATE TABLE t (a int)");
        project.file("common/001_t.sql", "CREATE TABLE t (a int);");

        assertThatThrownBy(project::migrate).hasMessageContaining("42P07");
    }

    @Test
    void an_instruction_that_is_not_known_or_comes_too_late_is_refused() {
        project.file("common/001_t.sql", "-- migrator: idempotant\nSELECT 1;");
        assertThatThrownBy(project::migrate)
                .hasMessage("no such instruction is known: 'idempotant': common/001_t.sql, line 1."
                        + " Use one of idempotent, no-transaction, placeholders-in-quotes");

        project.file("common/001_t.sql", "SELECT 1;\n-- migrator: idempotent\nSELECT 2;");
        assertThatThrownBy(project::migrate)
                .hasMessageStartingWith(
                        "an instruction to migrator stands behind a statement: common/001_t.sql, line 2");
    }
}
