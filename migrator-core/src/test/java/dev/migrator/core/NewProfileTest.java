package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.ProfileKind;
import dev.migrator.core.settings.Project;
import dev.migrator.core.settings.SettingKeys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewProfileTest {

    private Project project;

    @BeforeEach
    void anEmptyProject(@TempDir Path folder) {
        project = new Project(folder).typed("profile", "customer1");
    }

    @Test
    void theFirstProfileBringsTheProjectsFileAlong() {
        assertThat(create()).containsExactly("profiles/migrator.yaml", "profiles/customer1/profile.yaml");
        assertThat(create("customer2")).containsExactly("profiles/customer2/profile.yaml");
    }

    @Test
    void whatIsWrittenIsAValidConfiguration() {
        create();
        assertThat(project.settings().get(SettingKeys.KIND)).isEqualTo(ProfileKind.USER_GENERATED);
    }

    @Test
    void everyCommentedLineIsValidWhenItsSignIsTakenAway() {
        create();
        Path file = project.path("profiles/customer1/profile.yaml");
        project.profileYaml("customer1", Text.of(file).replaceAll("(?m)^#(?! \\S)", ""));
        assertThat(project.settings().find(SettingKeys.SOURCE_SERVER)).contains("customer1-db");
        assertThat(project.settings().find(SettingKeys.MASK)).isPresent();
        assertThat(project.settings().find(SettingKeys.KEEP)).isPresent();
    }

    @Test
    void aCleanDbHasItsScripts() {
        project.typed("migrator.kind", "clean-db");
        assertThat(create()).contains("profiles/customer1/schema.sql", "profiles/customer1/data.sql");
        assertThat(new Project(project.path(""))
                        .typed("profile", "customer1")
                        .settings()
                        .get(SettingKeys.KIND))
                .isEqualTo(ProfileKind.CLEAN_DB);
    }

    @Test
    void aProfileThatIsThereIsLeftAlone() {
        project.profileYaml("customer1", "personalData: none\n");
        assertThatThrownBy(this::create)
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("exists already: customer1");
        assertThat(Text.of(project.path("profiles/customer1/profile.yaml"))).isEqualTo("personalData: none\n");
    }

    private List<String> create() {
        return create("customer1");
    }

    private List<String> create(String profile) {
        return new NewProfile(project.typed("profile", profile).settings(), Effects.REAL).create();
    }
}
