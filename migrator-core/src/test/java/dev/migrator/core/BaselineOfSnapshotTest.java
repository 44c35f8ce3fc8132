package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.migration.MigrateDatabase;
import dev.migrator.migration.MigrationDirectory;
import dev.migrator.migration.MigrationSettings;
import dev.migrator.migration.MigrationVersion;
import dev.migrator.migration.Policies;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live database without a history of its own, which has gone through 001: what its snapshots say of themselves. */
class BaselineOfSnapshotTest {

    private LiveProject project;

    @BeforeEach
    void aSourceThatTracksNothing(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder).migrationMaking("001", "note").migrationMaking("002", "label");
        project.migrationMaking("003", "mood");
    }

    @Test
    void theBaselineOfTheDayIsWrittenIntoTheSnapshot() {
        baseline("001");

        assertThat(project.upload().captured().manifest().migrationVersion()).isEqualTo("001");
        assertThat(project.ref().migrationVersion()).isEqualTo("001");
    }

    @Test
    void anOlderSnapshotGetsWhatItLacksThoughTheBaselineWasRaisedSince() throws SQLException {
        baseline("001");
        project.upload();
        baseline("003");

        assertThat(project.restore().migrations())
                .extracting(RestoreProfile.Replayed::filename)
                .containsExactly("common/002_label.sql", "common/003_mood.sql");
        assertThat(LiveProject.tables(project.target)).containsExactly("label", "mood", "note");
    }

    @Test
    void aSnapshotThatDoesNotSayIsTakenAtTheBaselineOfTheSettings() {
        project.upload();
        assertThat(project.ref().migrationVersion()).isNull();
        baseline("002");

        assertThat(project.restore().migrations())
                .extracting(RestoreProfile.Replayed::filename)
                .containsExactly("common/003_mood.sql");
    }

    @Test
    void whatTheSourceTracksWinsOverTheBaseline() {
        new MigrateDatabase(MigrationSettings.DEFAULTS.withBaseline(new MigrationVersion("001")), event -> {})
                .migrate(
                        project.source,
                        MigrationDirectory.read(project.path("migrations"), LiveProject.PROFILE, Policies.DEFAULTS));
        baseline("001");

        project.upload();

        assertThat(project.ref().migrationVersion()).isEqualTo("003");
    }

    private void baseline(String version) {
        project.profileYaml("personalData: none\nbaseline: \"" + version + "\"");
    }
}
