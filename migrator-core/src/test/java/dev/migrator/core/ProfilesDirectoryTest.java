package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.migrator.core.settings.Project;
import dev.migrator.profile.ProfileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesDirectoryTest {

    private Project project;

    @BeforeEach
    void threeProfilesAndOtherThings(@TempDir Path folder) {
        project = new Project(folder)
                .file("profiles/customer1/profile.yaml", "")
                .file("profiles/customer2/snapshot.json", "{}")
                .file("profiles/clean-db/schema.sql", "")
                .file("profiles/notes/readme.txt", "")
                .file("profiles/Not A Profile/profile.yaml", "")
                .file("profiles/migrator.yaml", "");
    }

    @Test
    void listsTheFoldersThatHoldAProfileByName() {
        assertThat(directory().all())
                .extracting(folder -> folder.name().value())
                .containsExactly("clean-db", "customer1", "customer2");
    }

    @Test
    void offersTheProfileWithTheNearestName() {
        assertThatThrownBy(() -> directory().require(new ProfileName("custmer2")))
                .isInstanceOf(ProfileException.class)
                .hasMessage("profile does not exist: custmer2 in profiles. Did you mean customer2?"
                        + " Else create it: mvn migrator:new-profile -Dprofile=custmer2");
    }

    @Test
    void offersToCreateWhatIsLikeNoOther() {
        assertThatThrownBy(() -> directory().require(new ProfileName("notes")))
                .hasMessage("profile does not exist: notes in profiles."
                        + " Create it: mvn migrator:new-profile -Dprofile=notes");
    }

    @Test
    void hasNoProfilesWhereThereIsNoDirectory(@TempDir Path elsewhere) {
        assertThat(new ProfilesDirectory(new Project(elsewhere).settings()).all())
                .isEmpty();
    }

    @Test
    void saysSoWhereTheDirectoryMayNotBeRead() throws IOException {
        Path directory = project.path("profiles");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("-wx------"));
        try {
            assumeFalse(Files.isReadable(directory), "root may read everything");
            assertThatThrownBy(() -> directory().all())
                    .isInstanceOf(ProfileException.class)
                    .hasMessageStartingWith("the profiles cannot be listed (AccessDenied): profiles.");
        } finally {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private ProfilesDirectory directory() {
        return new ProfilesDirectory(project.settings());
    }
}
