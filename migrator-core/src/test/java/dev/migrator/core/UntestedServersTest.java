package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.catalog.UntestedServerException;
import dev.migrator.postgres.Database;
import dev.migrator.testing.Programs;
import dev.migrator.testing.ServerOfAnotherMajor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntestedServersTest {

    private static final int TO_COME = 20;

    private LiveProject project;

    @BeforeEach
    void oneProfile(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder);
    }

    @Test
    void anUploadFromOneLeavesTheStoreAsItIs() throws Exception {
        assertThatThrownBy(() -> uploadFrom(TO_COME))
                .isInstanceOf(UntestedServerException.class)
                .hasMessageContaining("PostgreSQL 20 is not tested")
                .hasMessageContaining("-Dmigrator.untestedServers=true");
        assertThat(project.files("store")).isEmpty();
    }

    @Test
    void theRiskMayBeTaken() throws Exception {
        project.typed("untestedServers", "true");
        assertThat(reachable(databasesSaying(TO_COME).source())).isTrue();
    }

    @Test
    void aRestoreToOneMakesNothing() throws Exception {
        project.upload();
        assertThatThrownBy(() -> restoreTo(TO_COME)).isInstanceOf(UntestedServerException.class);
        assertThat(project.targetExists()).isFalse();
    }

    @Test
    void fourteenIsReadButNotRestoredTo() throws Exception {
        assertThat(reachable(databasesSaying(14).source())).isTrue();
        project.upload();
        assertThatThrownBy(() -> restoreTo(14))
                .isInstanceOf(UntestedServerException.class)
                .hasMessageContaining("Use a server of PostgreSQL 15 to 19");
        assertThat(project.targetExists()).isFalse();
    }

    @Test
    void aDiffOfOneIsRefused() {
        project.typed("from", "source").typed("to", "source");
        assertThatThrownBy(() ->
                        new CompareSchemas(project.settings(), saying(TO_COME), new Programs(), event -> {}).compare())
                .isInstanceOf(UntestedServerException.class);
    }

    private UploadProfile.Uploaded uploadFrom(int major) {
        return new UploadProfile(project.settings(), saying(major), event -> {}).upload();
    }

    private ConfiguredDatabases databasesSaying(int major) {
        return new ConfiguredDatabases(project.settings(), saying(major), event -> {});
    }

    private static boolean reachable(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            return connection.isValid(0);
        }
    }

    private RestoreProfile.Restored restoreTo(int major) {
        return new RestoreProfile(project.settings(), saying(major), new Programs(), event -> {}).restore();
    }

    private static Effects saying(int major) {
        return new Effects(
                database -> new ServerOfAnotherMajor(database, major), Effects.REAL.stores(), Effects.REAL.disk());
    }
}
