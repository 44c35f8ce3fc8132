package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.migration.MigrationSettings.Limits;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatienceTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void a_file_that_cannot_get_a_lock_is_tried_again_and_each_attempt_is_kept() throws Exception {
        project.file("common/001_t.sql", "CREATE TABLE t ();").migrate();
        project.file("common/002_a.sql", "ALTER TABLE t ADD COLUMN a int;");
        project.settings =
                project.settings.withLimits(new Limits(Duration.ZERO, Duration.ofMillis(500), Duration.ZERO, 2));
        try (var other = project.database.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE public.t IN ACCESS SHARE MODE");

            assertThatThrownBy(project::migrate)
                    .isInstanceOfSatisfying(MigrationFailedException.class, failure -> assertThat(failure.sqlState())
                            .isEqualTo("55P03"));
        }
        assertThat(project.events)
                .filteredOn(MigrationEvent.Retried.class::isInstance)
                .hasSize(2);
        assertThat(project.rows("SELECT count(*) FROM migrator.schema_migrations WHERE sqlstate = '55P03'"))
                .containsExactly("3");
        assertThat(project.apply()).containsExactly("common/002_a.sql");
    }

    @Test
    void a_statement_ends_at_its_limit() {
        project.settings =
                project.settings.withLimits(new Limits(Duration.ZERO, Duration.ZERO, Duration.ofMillis(50), 2));
        project.file("common/001_t.sql", "SELECT pg_sleep(60);");

        assertThatThrownBy(project::migrate).hasMessageContaining("57014");
    }

    @Test
    void a_file_that_is_wrong_is_not_tried_again() {
        project.file("common/001_t.sql", "SELECT nonsense;");

        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);
        assertThat(project.rows("SELECT 1 FROM migrator.schema_migrations")).hasSize(1);
    }
}
