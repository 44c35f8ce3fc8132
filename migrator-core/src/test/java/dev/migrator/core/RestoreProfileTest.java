package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.migration.MigrationFailedException;
import dev.migrator.profile.database.TargetException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restores of a snapshot that holds two notes and one file. */
@Tag("slow")
class RestoreProfileTest {

    private LiveProject project;

    @BeforeEach
    void aSnapshotIsThere(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder)
                .profileYaml("{personalData: none, media: [{name: uploads, path: ../../uploads}]}")
                .file("uploads/a.txt", "file");
        project.upload();
    }

    @Test
    void theTargetHoldsWhatTheSourceHeld() throws SQLException {
        LiveProject.run(project.source, "DELETE FROM public.note");

        RestoreProfile.Restored restored = project.restore();

        assertThat(bodies()).containsExactly("first", "second");
        assertThat(restored)
                .returns(project.ref().snapshot(), RestoreProfile.Restored::snapshot)
                .returns(project.target.name(), RestoreProfile.Restored::database)
                .returns(1, RestoreProfile.Restored::tables)
                .returns(2L, RestoreProfile.Restored::rows)
                .returns(1L, RestoreProfile.Restored::mediaFiles)
                .returns(false, RestoreProfile.Restored::embedded);
    }

    @Test
    void newerMigrationsAreReplayedAndTheirEffectIsWrittenDown() throws SQLException {
        project.migrationMaking("001", "label").migrationMaking("002", "mood");

        RestoreProfile.Restored restored = project.restore();

        assertThat(restored.version()).isEqualTo("002");
        assertThat(LiveProject.tables(project.target)).containsExactly("label", "mood", "note");
        assertThat(restored.resultFile()).isEqualTo("profiles/customer1/result.sql");
        assertThat(project.path("profiles/customer1/result.sql"))
                .content()
                .contains("CREATE TABLE public.label", "CREATE TABLE public.mood");
    }

    @Test
    void aMigrationThatFailsLeavesTheTargetAsItWas() throws SQLException {
        project.restore();
        LiveProject.run(project.target, "INSERT INTO public.note VALUES (3, 'of a tester')");
        project.file("migrations/common/001_broken.sql", "SELECT 1 / 0");

        assertThatThrownBy(project::restore).isInstanceOf(MigrationFailedException.class);

        assertThat(bodies()).containsExactly("first", "second", "of a tester");
    }

    @Test
    void mediaLieInAFolderOfTheBuildAndTestsAreToldWhere() {
        project.restore();

        Path place = project.path("target/migrator/media/uploads");
        assertThat(place.resolve("a.txt")).hasContent("file");
        assertThat(connection())
                .contains("media.uploads=" + place)
                .contains("profile=customer1")
                .contains("snapshot=" + project.ref().snapshot().sha256())
                .contains("database=" + project.target.name());
    }

    @Test
    void mediaLieWhereTheSettingsSay() {
        project.typed("mediaDirectory", project.path("elsewhere").toString()).restore();

        assertThat(project.path("elsewhere/uploads/a.txt")).hasContent("file");
        assertThat(project.path("target/migrator/media")).doesNotExist();
    }

    @Test
    void aDryRunChangesNothing() throws SQLException {
        RestoreProfile.Restored restored = project.typed("dryRun", "true").restore();

        assertThat(restored.dryRun()).isTrue();
        assertThat(project.targetExists()).isFalse();
        assertThat(project.path("target")).doesNotExist();
        assertThat(project.path("profiles/customer1/result.sql")).doesNotExist();
    }

    @Test
    void aDryRunFindsWhatStandsInTheWay() throws SQLException {
        someoneElsesDatabase();

        assertThatThrownBy(() -> project.typed("dryRun", "true").restore()).isInstanceOf(TargetException.class);
    }

    @Test
    void aDatabaseOfOthersIsReplacedByItsNameOnly() throws SQLException {
        someoneElsesDatabase();
        assertThatThrownBy(project::restore).isInstanceOf(TargetException.class);
        assertThatThrownBy(() -> project.typed("overwrite", "other").restore()).isInstanceOf(TargetException.class);
        assertThat(LiveProject.tables(project.target)).containsExactly("precious");

        project.typed("overwrite", project.target.name()).restore();

        assertThat(bodies()).containsExactly("first", "second");
    }

    @Test
    void theSourceIsNeverTheTarget() {
        project.typed("target.url", project.source.url()).typed("overwrite", project.source.name());

        assertThatThrownBy(project::restore).isInstanceOf(TargetException.IsSource.class);
    }

    @Test
    void laterGoalsAreNotToldThePasswordOfAServerOfYours() {
        RestoreProfile.Restored restored = project.restore();

        assertThat(restored.forLaterGoals()).containsKey("url").doesNotContainKey("password");
        assertThat(connection()).contains("password=");
    }

    private void someoneElsesDatabase() throws SQLException {
        LiveProject.run(project.target.named("postgres"), "CREATE DATABASE " + project.target.name());
        LiveProject.run(project.target, "CREATE TABLE public.precious ()");
    }

    private List<String> bodies() throws SQLException {
        return LiveProject.rows(project.target, "SELECT body FROM public.note ORDER BY id");
    }

    private String connection() {
        return Text.of(project.path("target/migrator/connection.properties"));
    }
}
