package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
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
}
