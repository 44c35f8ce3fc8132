package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.migration.MigrationFailedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restored target at 001, to which somebody adds migrations. */
class MigrateTargetTest {

    private static final String HISTORY = """
            SELECT version || CASE WHEN success THEN ' succeeded' ELSE ' failed' END
            FROM migrator.schema_migrations
            ORDER BY id
            """;

    private LiveProject project;

    @BeforeEach
    void aTargetAtItsFirstMigration(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder).migrationMaking("001", "label");
        project.upload();
        project.restore();
    }

    @Test
    void pendingMigrationsAreAppliedInOrderToTheTargetAsItIs() throws SQLException {
        LiveProject.run(project.target, "INSERT INTO public.note VALUES (3, 'of a tester')");
        project.migrationMaking("003", "mood").migrationMaking("002", "street");

        MigrateTarget.MigratedTarget migrated = project.migrate();

        assertThat(migrated)
                .isEqualTo(new MigrateTarget.MigratedTarget(
                        project.target.name(), List.of("common/002_street.sql", "common/003_mood.sql"), "003", false));
        assertThat(LiveProject.tables(project.target)).containsExactly("label", "mood", "note", "street");
        assertThat(LiveProject.rows(project.target, "SELECT count(*) FROM public.note"))
                .containsExactly("3");
    }

    @Test
    void theirEffectIsWrittenDown() throws SQLException {
        project.migrationMaking("002", "street").migrate();

        assertThat(project.path("profiles/customer1/result.sql")).content().contains("CREATE TABLE public.street");
    }

    @Test
    void placeholdersStandForWhatTheSettingsSay() throws SQLException {
        project.file("migrations/common/002_street.sql", "CREATE TABLE public.${what} ()")
                .typed("placeholders", "what=street,other=x");

        project.migrate();

        assertThat(LiveProject.tables(project.target)).contains("street");
    }

    @Test
    void whatAMigrationIsToldAboutReachesPeople() throws SQLException {
        project.file("migrations/common/003_street.sql", "-- migrator: idempotent\nCREATE TABLE public.note ()");

        project.migrate();

        assertThat(project.notices())
                .anyMatch(notice -> notice.startsWith("there is no version 002 before it: common/003_street.sql"))
                .anyMatch(notice -> notice.startsWith("changed nothing: common/003_street.sql, line 2"));
    }

    @Test
    void whereNothingIsPendingNothingIsDone() throws SQLException {
        MigrateTarget.MigratedTarget migrated = project.migrate();

        assertThat(migrated.applied()).isEmpty();
        assertThat(migrated.version()).isEqualTo("001");
        assertThat(LiveProject.rows(project.target, HISTORY)).containsExactly("001 succeeded");
    }

    @Test
    void aFailureIsKeptAsAnAttemptAndThoseBeforeItStay() throws SQLException {
        project.migrationMaking("002", "street").file("migrations/common/003_broken.sql", "SELECT 1 / 0");

        assertThatThrownBy(project::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("common/003_broken.sql");

        assertThat(LiveProject.rows(project.target, HISTORY))
                .containsExactly("001 succeeded", "002 succeeded", "003 failed");
    }

    @Test
    void aDryRunNamesWhatIsPendingAndAppliesNothing() throws SQLException {
        project.migrationMaking("002", "street").typed("dryRun", "true");
        String before = Text.of(project.path("profiles/customer1/result.sql"));

        MigrateTarget.MigratedTarget migrated = project.migrate();

        assertThat(migrated.applied()).containsExactly("common/002_street.sql");
        assertThat(migrated.dryRun()).isTrue();
        assertThat(LiveProject.tables(project.target)).containsExactly("label", "note");
        assertThat(project.path("profiles/customer1/result.sql")).hasContent(before);
    }

    @Test
    void theHistoryLiesInTheSchemaThatTheSettingsName() throws SQLException {
        project.typed("trackingSchema", "history").restore();

        assertThat(LiveProject.rows(project.target, "SELECT version FROM history.schema_migrations"))
                .containsExactly("001");
    }
}
