package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.capture.MediaFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathsTest {

    private Project project;

    @BeforeEach
    void anEmptyProject(@TempDir Path folder) {
        project = new Project(folder);
    }

    @Test
    void profilesAndMigrationsLieBesideThePom() {
        assertThat(project.settings().get(SettingKeys.PROFILES_DIRECTORY)).isEqualTo(project.path("profiles"));
        assertThat(project.settings().get(SettingKeys.MIGRATIONS_DIRECTORY)).isEqualTo(project.path("migrations"));
    }

    @Test
    void aPathInAFileStartsAtTheFile() {
        project.migratorYaml("migrations: ../db/migrations");
        assertThat(project.settings().get(SettingKeys.MIGRATIONS_DIRECTORY)).isEqualTo(project.path("db/migrations"));
    }

    @Test
    void aFolderOfAStoreStartsAtTheFileToo() {
        project.migratorYaml("store: file:../store");
        assertThat(project.settings().get(SettingKeys.STORE)).isEqualTo("file:" + project.path("store"));
    }

    @Test
    void aFolderOfAStoreMayBeAWholeUrl() {
        project.typed("migrator.store", "file:///srv/store");
        assertThat(project.settings().get(SettingKeys.STORE)).isEqualTo("file:/srv/store");
    }

    @Test
    void theFilesAreFoundWhereTheDirectoryOfProfilesSays() {
        project.file("elsewhere/migrator.yaml", "store: s3://bucket/prefix")
                .typed("migrator.profilesDirectory", "elsewhere");
        assertThat(project.settings().setting(SettingKeys.STORE).orElseThrow().origin())
                .hasToString("elsewhere/migrator.yaml:1");
    }

    @Test
    void mediaLieWhereProfileYamlSays() {
        project.profileYaml("customer1", """
                media:
                  - {name: uploads, path: /srv/app/uploads}
                  - name: logos
                    path: media/logos
                """);
        assertThat(project.settings().get(SettingKeys.MEDIA))
                .containsExactly(
                        new MediaFolder("uploads", Path.of("/srv/app/uploads")),
                        new MediaFolder("logos", project.path("profiles/customer1/media/logos")));
    }

    @Test
    void twoProjectsHaveTwoStoresWhereNobodySaysWhere(@TempDir Path other) {
        assertThat(project.settings().get(SettingKeys.STORE))
                .startsWith("file:/")
                .isNotEqualTo(new Project(other).settings().get(SettingKeys.STORE));
    }
}
