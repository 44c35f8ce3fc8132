package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrateDatabaseTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void common_and_own_files_are_applied_in_one_order_and_recorded(int major) {
        project = new Project(directory, TestPostgres.of(major).createDatabase("migrate"))
                .file("common/001_ticket.sql", "CREATE TABLE ticket (id int, subject text);")
                .file("customer1-only/002_first.sql", "INSERT INTO ticket VALUES (1, 'one'), (2, 'two');")
                .file("customer2-only/002_other.sql", "INSERT INTO ticket VALUES (99, 'not ours');")
                .file("common/010_priority.sql", "ALTER TABLE ticket ADD priority int NOT NULL DEFAULT 3;");

        Migrated migrated = project.migrate();

        assertThat(migrated.applied())
                .extracting(Migrated.Applied::filename)
                .containsExactly("common/001_ticket.sql", "customer1-only/002_first.sql", "common/010_priority.sql");
        assertThat(migrated.version()).isEqualTo("010");
        assertThat(project.rows("SELECT id || subject || priority FROM public.ticket ORDER BY id"))
                .containsExactly("1one3", "2two3");
        assertThat(project.rows("SELECT concat_ws(' ', version, filename, length(checksum), success, error_message,"
                        + " execution_time_ms >= 0, applied_at <= now()) FROM migrator.schema_migrations ORDER BY id"))
                .containsExactly(
                        "001 common/001_ticket.sql 64 t t t",
                        "002 customer1-only/002_first.sql 64 t t t",
                        "010 common/010_priority.sql 64 t t t");
        assertThat(project.rows("SELECT migrator.get_current_schema_version()")).containsExactly("010");
        assertThat(project.rows("SELECT filename FROM migrator.get_migration_history()"))
                .hasSize(3)
                .startsWith("common/001_ticket.sql");
    }

    @Test
    void a_second_run_has_nothing_to_do() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();");
        project.migrate();

        Migrated again = project.migrate();

        assertThat(again.applied()).isEmpty();
        assertThat(again.version()).isEqualTo("001");
    }

    @Test
    void only_what_is_new_is_applied() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();").migrate();

        assertThat(project.file("common/002_comment.sql", "CREATE TABLE comment ();")
                        .apply())
                .containsExactly("common/002_comment.sql");
    }

    @Test
    void events_tell_how_the_replay_goes_on() {
        project.file("common/001_a.sql", "SELECT 1;").file("common/002_b.sql", "SELEC 2;");

        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);

        assertThat(project.events)
                .hasSize(4)
                .startsWith(new MigrationEvent.Started("common/001_a.sql", 1, 2))
                .contains(new MigrationEvent.Started("common/002_b.sql", 2, 2));
        assertThat(project.events.get(1)).isInstanceOf(MigrationEvent.Applied.class);
        assertThat(project.events.get(3)).isInstanceOf(MigrationEvent.Failed.class);
    }

    @Test
    void a_listener_that_fails_does_not_end_the_replay() {
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();");

        new MigrateDatabase(project.settings, event -> {
                    throw new IllegalStateException("a broken listener");
                })
                .migrate(project.database, project.migrations());

        assertThat(project.tableExists("ticket")).isTrue();
    }

    @Test
    void the_tracking_table_lies_in_the_schema_that_was_chosen() {
        project.settings = project.settings.withTrackingSchema("Odd \"schema\"");
        project.file("common/001_ticket.sql", "CREATE TABLE ticket ();").migrate();

        assertThat(project.rows("SELECT version FROM \"Odd \"\"schema\"\"\".schema_migrations"))
                .containsExactly("001");
        assertThat(project.rows("SELECT \"Odd \"\"schema\"\"\".get_current_schema_version()"))
                .containsExactly("001");
        assertThat(project.apply()).isEmpty();
    }

    @Nested
    class A_failing_file {

        @Test
        void is_rolled_back_as_a_whole_and_those_before_it_stay() {
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
        void is_kept_as_an_attempt_and_applied_when_it_is_corrected() {
            project.file("common/001_broken.sql", "SELECT nonsense;");
            assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);
            assertThat(project.file("common/001_broken.sql", "SELECT 1;").apply())
                    .containsExactly("common/001_broken.sql");

            assertThat(project.rows("SELECT concat_ws('|', version, success, error_message)"
                            + " FROM migrator.schema_migrations ORDER BY id"))
                    .containsExactly(
                            "001|f|common/001_broken.sql, line 1:"
                                    + " column \"nonsense\" does not exist (SQLSTATE 42703)",
                            "001|t");
            assertThat(project.rows("SELECT count(DISTINCT checksum) FROM migrator.schema_migrations"))
                    .containsExactly("2");
        }

        @Test
        void may_fail_at_its_end_by_a_deferred_constraint() {
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
        void tells_no_value_of_a_row() {
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
        void names_the_line_of_the_row_that_a_copy_did_not_take() {
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
        void whose_session_the_server_ends_leaves_nothing_behind_and_runs_again() {
            project.file(
                    "common/001_ended.sql", "CREATE TABLE half ();\nSELECT pg_terminate_backend(pg_backend_pid());");

            assertThatThrownBy(project::migrate).isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                assertThat(failure.sqlState()).isEqualTo("57P01");
                assertThat(failure.line()).isEqualTo(2);
            });

            assertThat(project.tableExists("half")).isFalse();
            assertThat(project.rows("SELECT * FROM migrator.schema_migrations")).isEmpty();
            assertThat(project.file("common/001_ended.sql", "CREATE TABLE half ();")
                            .apply())
                    .hasSize(1);
        }

        @Test
        void whose_commit_nobody_answers_is_said_to_be_unknown_and_settled_by_the_next_run() {
            project.file("common/001_ticket.sql", "CREATE TABLE ticket ();");
            Database breaking = new BreakingAtCommit(project.database, 3);

            assertThatThrownBy(() -> new MigrateDatabase(project.settings, MigrationListener.NONE)
                            .migrate(breaking, project.migrations()))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessage("the connection broke while the file was being committed: common/001_ticket.sql,"
                            + " at its end. Run again: the record in the database says whether the file is in it,"
                            + " and only if not is it applied");

            assertThat(project.apply()).containsExactly("common/001_ticket.sql");
        }

        @Test
        void explains_that_a_new_enum_value_needs_a_file_of_its_own() {
            project.file("common/001_mood.sql", "CREATE TYPE mood AS ENUM ('glad');")
                    .migrate();
            project.file("common/002_sad.sql", "ALTER TYPE mood ADD VALUE 'sad'; SELECT 'sad'::mood;");

            assertThatThrownBy(project::migrate)
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("Add the new value of the enum in a file of its own");
        }

        private String stackTrace(Throwable thrown) {
            var trace = new java.io.StringWriter();
            thrown.printStackTrace(new java.io.PrintWriter(trace));
            return trace.toString();
        }
    }

    @Nested
    class Before_anything_runs {

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

    @Nested
    class A_baseline {

        @Test
        void is_recorded_and_not_run() {
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
        void may_name_a_version_whose_file_is_gone() {
            project.settings = project.settings.withBaseline(new MigrationVersion("041"));
            project.file("common/042_later.sql", "CREATE TABLE later ();");

            assertThat(project.migrate().version()).isEqualTo("042");
            assertThat(project.rows("SELECT version || filename FROM migrator.schema_migrations WHERE baseline"))
                    .containsExactly("041(baseline)");
            assertThat(project.apply()).isEmpty();
        }

        @Test
        void is_not_looked_at_in_a_database_that_tracks_already() {
            project.file("common/001_ticket.sql", "CREATE TABLE ticket ();").migrate();
            project.settings = project.settings.withBaseline(new MigrationVersion("002"));
            project.file("common/002_comment.sql", "CREATE TABLE comment ();");

            project.migrate();

            assertThat(project.tableExists("comment")).isTrue();
        }

        @Test
        void does_not_let_a_contained_file_change_afterwards() {
            project.settings = project.settings.withBaseline(new MigrationVersion("001"));
            project.file("common/001_ticket.sql", "CREATE TABLE ticket ();").migrate();

            assertThatThrownBy(project.file("common/001_ticket.sql", "SELECT 1")::migrate)
                    .isInstanceOf(MigrationsRefusedException.class);
        }
    }
}
