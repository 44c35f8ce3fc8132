package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeparateStatementsTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void a_file_with_a_statement_that_cannot_be_in_a_transaction_runs_statement_by_statement() {
        project.file("common/001_t.sql", "CREATE TABLE t (a int);").migrate();
        project.file(
                "common/002_index.sql", "CREATE INDEX CONCURRENTLY i ON t (a);\nVACUUM t;\nINSERT INTO t VALUES (1);");

        assertThat(project.apply()).containsExactly("common/002_index.sql");
        assertThat(project.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .containsExactly("t");
        assertThat(last("success, statements_done, interrupted, error_message")).isEqualTo("t|3|f");
    }

    @Test
    void a_value_that_is_added_to_an_enum_can_be_used_in_the_same_file() {
        project.file("common/001_mood.sql", "CREATE TYPE mood AS ENUM ('glad'); CREATE TABLE t (m mood);")
                .migrate();
        project.file("common/002_sad.sql", "ALTER TYPE mood ADD VALUE 'sad';\nINSERT INTO t VALUES ('sad');")
                .migrate();

        assertThat(project.rows("SELECT m FROM t")).containsExactly("sad");
    }

    @Test
    void a_run_that_failed_goes_on_at_the_statement_that_failed_once_it_is_corrected() {
        String done = "-- migrator: no-transaction\nCREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\n";
        project.file("common/001_t.sql", done + "INSERT INTO t VALUES ('x');");
        assertThatThrownBy(project::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageEndingWith(
                        "the statements before this one are in the database, and the next run goes on from here");
        assertThat(last("success, statements_done, sqlstate, line")).isEqualTo("f|2|22P02|4");

        project.file("common/001_t.sql", done + "INSERT INTO t VALUES (2);").migrate();
        assertThat(project.rows("SELECT a FROM t ORDER BY a")).containsExactly("1", "2");
        assertThat(last("success, statements_done")).isEqualTo("t|3");
        assertThat(project.events).contains(new MigrationEvent.Resumed("common/001_t.sql", 2));
    }

    @Test
    void a_file_that_got_another_name_meanwhile_goes_on_all_the_same() throws Exception {
        String done = "-- migrator: no-transaction\nCREATE TABLE t (a int);\n";
        project.file("common/001_t.sql", done + "SELECT nonsense;");
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);

        project.file("common/001_better_name.sql", done + "SELECT 1;").delete("common/001_t.sql");
        assertThat(project.apply()).containsExactly("common/001_better_name.sql");
    }

    @Test
    void what_is_in_the_database_already_may_not_be_changed_before_it_goes_on() {
        project.file("common/001_t.sql", "-- migrator: no-transaction\nCREATE TABLE t (a int);\nSELECT nonsense;");
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);

        project.file("common/001_t.sql", "-- migrator: no-transaction\nCREATE TABLE t (a bigint);\nSELECT 1;");
        assertThatThrownBy(project::migrate)
                .hasMessageStartingWith(
                        "the statements up to this one are in the database already, and were others then:"
                                + " common/001_t.sql, line 2");
    }

    @Test
    void what_a_file_has_set_for_its_session_is_set_again_when_it_goes_on() {
        project.file("common/001_s.sql", "CREATE SCHEMA app;").migrate();
        String done = "-- migrator: no-transaction\nSET search_path = app;\nCREATE TABLE one ();\n";
        project.file("common/002_t.sql", done + "SELECT nonsense;");
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);

        project.file("common/002_t.sql", done + "CREATE TABLE two ();").migrate();
        assertThat(project.rows("SELECT relnamespace::regnamespace FROM pg_class WHERE relname IN ('one', 'two')"))
                .containsExactly("app", "app");
    }

    @Test
    void a_file_may_take_another_role_on_and_the_record_stays_ours() {
        project.execute(
                "DO $$ BEGIN CREATE ROLE separate_statements; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                        + " CREATE SCHEMA theirs AUTHORIZATION separate_statements");
        project.file(
                        "common/001_t.sql",
                        "-- migrator: no-transaction\nSET SESSION AUTHORIZATION separate_statements;\nCREATE TABLE theirs.t ();")
                .migrate();

        assertThat(project.rows("SELECT relowner::regrole FROM pg_class WHERE oid = 'theirs.t'::regclass"))
                .containsExactly("separate_statements");
        assertThat(last("success, statements_done")).isEqualTo("t|2");
    }

    @Test
    void an_index_whose_building_failed_is_built_anew() {
        project.file("common/001_t.sql", "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1);")
                .migrate();
        project.file("common/002_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a);");
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);
        assertThat(project.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .containsExactly("f");

        project.execute("DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t)");
        project.migrate();
        assertThat(project.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .containsExactly("t");
    }

    @Test
    void an_index_that_was_built_when_the_record_was_lost_is_not_built_twice() {
        project.file("common/001_t.sql", "CREATE TABLE t (a int);")
                .file(
                        "common/002_index.sql",
                        "CREATE INDEX CONCURRENTLY \"I\" ON public.t (a);\nCREATE TABLE after ();");
        project.migrate();
        project.execute("DROP TABLE after; UPDATE migrator.schema_migrations SET success = false, statements_done = 0,"
                + " statements_digest = '', interrupted = true WHERE version = '002'");

        assertThat(project.apply()).containsExactly("common/002_index.sql");
        assertThat(project.tableExists("after")).isTrue();
    }

    @Test
    void an_index_that_is_built_concurrently_needs_a_name() {
        project.file("common/001_index.sql", "CREATE TABLE t (a int);\nCREATE INDEX CONCURRENTLY ON t (a);");

        assertThatThrownBy(project::migrate)
                .hasMessageStartingWith(
                        "an index that is built concurrently has no name: common/001_index.sql, line 2");
    }

    private String last(String columns) {
        return project.rows("SELECT concat_ws('|', " + columns + ") FROM migrator.schema_migrations ORDER BY id DESC")
                .get(0);
    }
}
