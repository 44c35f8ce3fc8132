package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingMigrationTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void a_failing_file_is_rolled_back_as_a_whole_and_those_before_it_stay() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();")
                .file("common/002_broken.sql", "CREATE TABLE half ();\n\nSELECT 1,\n  nonsense;\n")
                .file("common/003_later.sql", "CREATE TABLE later ();");

        assertThatThrownBy(project::migrate)
                .isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                    assertThat(failure.filename()).isEqualTo("common/002_broken.sql");
                    assertThat(failure.line()).isEqualTo(4);
                    assertThat(failure.sqlState()).isEqualTo("42703");
                })
                .hasMessage("column \"nonsense\" does not exist (SQLSTATE 42703): common/002_broken.sql, line 4."
                        + " Correct the statement; nothing of this file is in the database,"
                        + " so run again when it is corrected");

        assertThat(project.tableExists("ticket")).isTrue();
        assertThat(project.tableExists("half")).isFalse();
        assertThat(project.tableExists("later")).isFalse();
    }

    @Test
    void a_failing_file_is_kept_as_an_attempt_and_applied_when_it_is_corrected() {
        project.file("common/001_broken.sql", "SELECT nonsense;");
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);
        assertThat(project.file("common/001_broken.sql", "SELECT 1;").apply()).containsExactly("common/001_broken.sql");

        assertThat(project.rows("SELECT concat_ws('|', version, success, error_message)"
                        + " FROM migrator.schema_migrations ORDER BY id"))
                .containsExactly(
                        "001|f|common/001_broken.sql, line 1: column \"nonsense\" does not exist (SQLSTATE 42703)",
                        "001|t");
        assertThat(project.rows("SELECT count(DISTINCT checksum) FROM migrator.schema_migrations"))
                .containsExactly("2");
    }

    @Test
    void a_file_may_fail_at_its_end_by_a_deferred_constraint() {
        project.file("common/001_keys.sql", """
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE child (parent int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO child VALUES (42);
                """);

        assertThatThrownBy(project::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("(SQLSTATE 23503): common/001_keys.sql, at its end");

        assertThat(project.tableExists("parent")).isFalse();
        assertThat(project.rows("SELECT success FROM migrator.schema_migrations"))
                .containsExactly("f");
    }

    @Test
    void a_failing_file_tells_no_value_of_a_row() {
        project.file("common/001_data.sql", """
                CREATE TABLE person (name text UNIQUE, born text);
                INSERT INTO person VALUES ('Ada Secret', 'planted value');
                """);
        project.migrate();
        for (String statement : new String[] {
            "INSERT INTO person (name) SELECT name FROM person",
            "ALTER TABLE person ALTER born TYPE date USING born::date",
            "DO $$ BEGIN RAISE EXCEPTION 'cannot migrate %', (SELECT name FROM person); END $$",
            "DO $$ BEGIN RAISE unique_violation USING MESSAGE = (SELECT name FROM person); END $$",
            "COPY person FROM stdin;\nother\t1\nAda Secret\tplanted value\n\\.\n"
        }) {
            project.file("common/002_broken.sql", statement);

            assertThatThrownBy(project::migrate)
                    .isInstanceOf(MigrationFailedException.class)
                    .satisfies(failure -> assertThat(stackTrace(failure))
                            .doesNotContain("Secret")
                            .doesNotContain("planted"));
        }
        assertThat(project.rows("SELECT error_message FROM migrator.schema_migrations WHERE NOT success"))
                .hasSize(5)
                .noneMatch(message -> message.contains("Secret") || message.contains("planted"));
    }

    @Test
    void a_failing_file_names_the_line_of_the_row_that_a_copy_did_not_take() {
        project.file("common/001_copy.sql", """
                CREATE TABLE ticket (id int, subject text);

                COPY ticket (id, subject) FROM stdin;
                1\tone
                x\ttwo
                \\.
                """);

        assertThatThrownBy(project::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith(
                        "a value is not valid for its type (column id) (SQLSTATE 22P02): common/001_copy.sql, line 5.");
    }

    @Test
    void a_file_whose_session_the_server_ends_leaves_nothing_behind_and_runs_again() {
        project.file("common/001_ended.sql", "CREATE TABLE half ();\nSELECT pg_terminate_backend(pg_backend_pid());");

        assertThatThrownBy(project::migrate).isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
            assertThat(failure.sqlState()).isEqualTo("57P01");
            assertThat(failure.line()).isEqualTo(2);
        });

        assertThat(project.tableExists("half")).isFalse();
        assertThat(project.rows("SELECT * FROM migrator.schema_migrations")).isEmpty();
        assertThat(project.file("common/001_ended.sql", "CREATE TABLE half ();").apply())
                .hasSize(1);
    }

    @Test
    void a_file_whose_commit_nobody_answers_is_said_to_be_unknown_and_settled_by_the_next_run() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();");
        Database breaking = new BreakingAtCommit(project.database, 4);

        assertThatThrownBy(() -> new MigrateDatabase(project.settings, MigrationListener.NONE)
                        .migrate(breaking, project.migrations()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessage("the connection broke while the file was being committed: common/001_ticket.sql,"
                        + " at its end. Run again: the record in the database says whether the file is in it,"
                        + " and only if not is it applied");

        assertThat(project.apply()).containsExactly("common/001_ticket.sql");
    }

    @Test
    void a_failing_file_explains_that_a_new_enum_value_has_to_be_committed_first() {
        project.file("common/001_mood.sql", "CREATE TYPE mood AS ENUM ('glad');")
                .migrate();
        project.file("common/002_sad.sql", "ALTER TYPE mood ADD VALUE 'sad'; SELECT ('s' || 'ad')::mood;");

        assertThatThrownBy(project::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Write the line '-- migrator: no-transaction' at the head of the file");
    }

    private String stackTrace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
