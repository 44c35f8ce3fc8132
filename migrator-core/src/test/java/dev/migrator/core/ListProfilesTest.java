package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.core.settings.ProfileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListProfilesTest {

    private LiveProject project;

    @BeforeEach
    void oneProfile(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder);
    }

    @Test
    void profilesComeByNameWithTheirKinds() {
        project.file("profiles/clean/profile.yaml", "kind: clean-db");

        assertThat(project.list())
                .containsExactly(
                        new ListProfiles.Listed("clean", ProfileKind.CLEAN_DB, null, null, null),
                        new ListProfiles.Listed("customer1", ProfileKind.USER_GENERATED, null, null, null));
    }

    @Test
    void aSnapshotIsListedWithItsRefAndItsSize() {
        project.profileYaml("{personalData: none, baseline: \"007\"}");
        project.upload();

        ListProfiles.Listed listed = only();

        assertThat(listed.ref()).isEqualTo(project.ref());
        assertThat(listed.ref().migrationVersion()).isEqualTo("007");
        assertThat(listed.bytes()).isEqualTo(project.fetch().bytes()).isPositive();
    }

    @Test
    void aSnapshotIsCachedOnceItWasFetched() {
        project.upload();
        assertThat(only().cached()).isFalse();

        project.fetch();

        assertThat(only().cached()).isTrue();
    }

    @Test
    void aSnapshotWhoseStoreIsAwayIsListedByItsRef() throws IOException {
        project.upload();
        Files.move(project.path("store"), project.path("unreachable"));

        assertThat(only())
                .isEqualTo(
                        new ListProfiles.Listed("customer1", ProfileKind.USER_GENERATED, project.ref(), null, false));
    }

    private ListProfiles.Listed only() {
        assertThat(project.list()).hasSize(1);
        return project.list().get(0);
    }
}
