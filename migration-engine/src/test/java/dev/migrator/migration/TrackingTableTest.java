package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrackingTableTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("tracking"))
                .file("common/001_ticket.sql", "CREATE TABLE ticket ();");
    }

    @ParameterizedTest
    @MethodSource("dev.migrator.testing.TestPostgres#majors")
    void a_table_of_an_older_form_is_brought_to_the_newest(int major) throws SQLException {
        project = new Project(directory, TestPostgres.of(major).createDatabase("tracking"));
        try (var connection = project.database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA migrator");
            statement.execute(TrackingSteps.in("migrator").get(0));
            statement.execute("INSERT INTO migrator.schema_migrations_steps (step) VALUES (1)");
        }

        project.migrate();

        assertThat(project.rows("SELECT step FROM migrator.schema_migrations_steps ORDER BY step"))
                .containsExactly("1", "2", "3");
        assertThat(project.rows("SELECT migrator.get_current_schema_version()")).containsExactly("001");
    }

    @Test
    void a_table_of_an_older_form_is_read_as_it_is_by_those_who_change_nothing() throws SQLException {
        try (var connection = project.database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA migrator");
            statement.execute(TrackingSteps.in("migrator").get(0));
            statement.execute("INSERT INTO migrator.schema_migrations_steps (step) VALUES (1);"
                    + " INSERT INTO migrator.schema_migrations (version, filename, applied_at, execution_time_ms, success, baseline)"
                    + " VALUES ('001', 'common/001_ticket.sql', now(), 0, true, true)");
            assertThat(SchemaVersion.of(connection, "migrator")).isEqualTo("001");
        }
        project.file("common/002_next.sql", "SELECT 1");

        assertThat(project.pending()).containsExactly("common/002_next.sql");
        assertThat(new ReadStatus(project.settings).history(project.database))
                .extracting(Attempt::operation)
                .containsExactly(Operation.BASELINE);
    }

    @Test
    void a_form_of_a_newer_version_is_refused() {
        project.migrate();
        project.execute("INSERT INTO migrator.schema_migrations_steps (step) VALUES (99)");

        assertThatThrownBy(project::migrate)
                .isInstanceOf(TrackingException.class)
                .hasMessage("the table for tracking migrations was made by a newer version of migrator:"
                        + " migrator.schema_migrations. Use that version, or a newer one");
        assertThatThrownBy(project::pending).isInstanceOf(TrackingException.class);
    }

    @Test
    void another_programs_table_of_that_name_is_left_alone() throws SQLException {
        project.execute("CREATE TABLE public.schema_migrations (version varchar PRIMARY KEY)");
        project.settings = project.settings.withTrackingSchema("public");

        assertThatThrownBy(project::migrate)
                .isInstanceOf(TrackingException.class)
                .hasMessage("the table for tracking migrations belongs to another program: public.schema_migrations."
                        + " Set migrator.trackingSchema to another schema");

        assertThat(project.tableExists("ticket")).isFalse();
        try (var connection = project.database.connect()) {
            assertThat(SchemaVersion.of(connection, "public")).isNull();
            assertThat(History.read(connection, "public").attempts()).isEmpty();
        }
    }

    @Test
    void a_role_that_may_create_no_schema_is_told_what_to_do() throws SQLException {
        Database limited = asRole("limited");

        assertThatThrownBy(() -> new MigrateDatabase(project.settings, MigrationListener.NONE)
                        .migrate(limited, project.migrations()))
                .isInstanceOf(TrackingException.class)
                .hasMessage("the role may not create the table for tracking migrations: migrator.schema_migrations."
                        + " Let the database's owner run CREATE SCHEMA \"migrator\" AUTHORIZATION <this role>,"
                        + " or set migrator.trackingSchema to a schema that it may create tables in");
    }

    @Test
    void a_schema_that_is_there_already_is_enough() throws SQLException {
        Database limited = asRole("enough");
        project.execute("CREATE SCHEMA migrator AUTHORIZATION enough");
        project.file("common/001_ticket.sql", "SELECT 1");

        new MigrateDatabase(project.settings, MigrationListener.NONE).migrate(limited, project.migrations());

        assertThat(project.rows("SELECT version FROM migrator.schema_migrations"))
                .containsExactly("001");
    }

    @Test
    void the_version_of_a_database_without_tracking_is_null_and_within_a_transaction_no_error() throws SQLException {
        try (var connection = project.database.connect()) {
            connection.setAutoCommit(false);
            assertThat(SchemaVersion.of(connection, "migrator")).isNull();
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
        }
    }

    @Test
    void the_version_is_the_highest_number_and_not_the_last_text() throws SQLException {
        project.file("common/999_a.sql", "SELECT 1")
                .file("common/1000_b.sql", "SELECT 1")
                .migrate();

        try (var connection = project.database.connect()) {
            assertThat(SchemaVersion.of(connection, "migrator")).isEqualTo("1000");
            assertThat(History.read(connection, "migrator").newest()).contains(new MigrationVersion("1000"));
        }
    }

    @Test
    void a_version_that_was_applied_cannot_be_recorded_twice() {
        project.migrate();

        assertThatThrownBy(() -> project.execute("""
                        INSERT INTO migrator.schema_migrations (version, filename, applied_at, execution_time_ms, success)
                        VALUES ('0001', 'x', now(), 0, true)
                        """))
                .hasRootCauseMessage("ERROR: duplicate key value violates unique constraint"
                        + " \"schema_migrations_applied_once\"\n  Detail: Key ((version::bigint))=(1) already exists.");
    }

    private Database asRole(String role) throws SQLException {
        project.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'");
        return TestPostgres.newest().database(project.database.name(), role, "pw");
    }
}
