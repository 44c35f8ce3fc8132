package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {

    private Project project;

    @BeforeEach
    void everyPlaceNamesAStore(@TempDir Path folder) {
        project = new Project(folder);
    }

    @Test
    void whatNobodySaysHasTheDefaultAndSaysSo() {
        assertWins("migrator", "default");
    }

    @Test
    void migratorYamlWinsOverTheDefault() {
        project.migratorYaml("# where we count\ntrackingSchema: project\n");
        assertWins("project", "profiles/migrator.yaml:2");
    }

    @Test
    void profileYamlWinsOverMigratorYaml() {
        project.migratorYaml("trackingSchema: project").profileYaml("customer1", "\n\ntrackingSchema: customer");
        assertWins("customer", "profiles/customer1/profile.yaml:3");
    }

    @Test
    void thePomWinsOverProfileYaml() {
        project.profileYaml("customer1", "trackingSchema: customer").pom("trackingSchema", "pom");
        assertWins("pom", "POM");
    }

    @Test
    void theEnvironmentWinsOverThePom() {
        project.pom("trackingSchema", "pom").environment("MIGRATOR_TRACKING_SCHEMA", "environment");
        assertWins("environment", "environment MIGRATOR_TRACKING_SCHEMA");
    }

    @Test
    void thePropertyWinsOverAll() {
        project.environment("MIGRATOR_TRACKING_SCHEMA", "environment")
                .pom("trackingSchema", "pom")
                .typed("migrator.trackingSchema", "typed");
        assertWins("typed", "-Dmigrator.trackingSchema");
    }

    @Test
    void anEmptyVariableSaysNothing() {
        project.environment("MIGRATOR_TRACKING_SCHEMA", "").pom("trackingSchema", "pom");
        assertWins("pom", "POM");
    }

    @Test
    void theProfileHasAShortAndALongProperty() {
        assertThat(project.typed("migrator.profile", "long").settings().profile())
                .hasToString("long");
        assertThat(project.typed("profile", "short").settings().profile()).hasToString("short");
    }

    @Test
    void aNestedNameIsReadFromATree() {
        project.migratorYaml("source:\n  user: reader\n");
        assertThat(project.settings().setting(SettingKeys.SOURCE_USER).orElseThrow())
                .returns("reader", ResolvedSetting::value)
                .returns(new Origin("profiles/migrator.yaml:2", project.path("profiles")), ResolvedSetting::origin);
    }

    private void assertWins(String value, String origin) {
        ResolvedSetting<String> setting =
                project.settings().setting(SettingKeys.TRACKING_SCHEMA).orElseThrow();
        assertThat(setting.value()).isEqualTo(value);
        assertThat(setting.origin().text()).isEqualTo(origin);
    }
}
