package dev.migrator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrator.profile.ProfileName.InvalidProfileNameException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadConfigurationTest {

    private Project project;

    @BeforeEach
    void anEmptyProject(@TempDir Path folder) {
        project = new Project(folder);
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithFileAndLine() {
        project.migratorYaml("""
                stor: file:/srv/store
                postgres: newest
                """);
        project.profileYaml("customer1", """
                kind: clean
                source:
                  url: postgresql://db/app
                  pasword: x
                """);
        project.environment("MIGRATOR_JOBS", "0");
        assertThat(problems())
                .containsExactly(
                        "environment MIGRATOR_JOBS: expected a whole number from 1 to 64, not '0'",
                        "profiles/customer1/profile.yaml:1: expected clean-db | user-generated, not 'clean'",
                        "profiles/customer1/profile.yaml:3: expected jdbc:postgresql://host:port/database, not what stands there",
                        "profiles/customer1/profile.yaml:4: unknown key 'source.pasword'",
                        "profiles/migrator.yaml:1: unknown key 'stor'; did you mean 'store'?",
                        "profiles/migrator.yaml:2: expected a whole number from 14 to 19, not 'newest'");
    }

    @Test
    void aNameThatStandsTwiceIsNotDecidedByChance() {
        project.migratorYaml("jobs: 2\nstore: file:/srv/store\njobs: 3\n");
        assertThat(problems()).containsExactly("profiles/migrator.yaml:3: 'jobs' stands here a second time");
    }

    @Test
    void whatIsNotYamlHasItsLine() {
        project.migratorYaml("jobs: 2\nstore: [file\n");
        assertThat(problems()).singleElement().asString().startsWith("profiles/migrator.yaml:3: is not YAML: ");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws IOException {
        project.migratorYaml("");
        Files.write(project.path("profiles/migrator.yaml"), new byte[] {'j', (byte) 0xE4});
        assertThat(problems()).containsExactly("profiles/migrator.yaml: is not UTF-8");
    }

    @Test
    void aFolderInPlaceOfAFileIsNamed() throws IOException {
        Files.createDirectories(project.path("profiles/migrator.yaml"));
        assertThat(problems()).singleElement().asString().startsWith("profiles/migrator.yaml: cannot be read (");
    }

    @Test
    void aListInPlaceOfNamesIsRefused() {
        project.migratorYaml("- store\n");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("profiles/migrator.yaml:1: expected names with values");
    }

    @Test
    void aTextInPlaceOfATreeIsRefusedWithWhatCouldStandThere() {
        project.migratorYaml("s3: eu-central-1\n");
        assertThat(problems())
                .containsExactly(
                        "profiles/migrator.yaml:1: expected {endpoint: …, region: …, pathStyle: …, profile: …, server: …}");
    }

    @Test
    void theDecisionAboutPersonalDataBelongsIntoTheProfile() {
        project.migratorYaml("personalData: raw\n").typed("migrator.personalData", "raw");
        assertThat(problems())
                .containsExactly(
                        "-Dmigrator.personalData: 'personalData' cannot be set here, only by personalData in profile.yaml",
                        "profiles/migrator.yaml:1: 'personalData' cannot be set here, only by personalData in profile.yaml");
    }

    @Test
    void aPasswordMayNotStandInAFileAndIsNotRepeated() {
        project.migratorYaml("source: {password: s3cr3t}\n").typed("migrator.target.password", "s3cr3t");
        assertThat(problems())
                .containsExactly(
                        "-Dmigrator.target.password: 'target.password' cannot be set here, only by environment MIGRATOR_TARGET_PASSWORD",
                        "profiles/migrator.yaml:1: 'source.password' cannot be set here, only by environment MIGRATOR_SOURCE_PASSWORD");
    }

    @Test
    void theNameOfADatabaseToOverwriteIsForThisRunOnly() {
        project.migratorYaml("overwrite: app\n");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("only by -Dmigrator.overwrite or environment MIGRATOR_OVERWRITE");
    }

    @Test
    void aMistypedPropertyIsFoundAndOneOfSomebodyElseIsNot() {
        project.typed("migrator.overwite", "app")
                .typed("migrator.version", "0.1.0")
                .typed("stor", "x");
        assertThat(problems())
                .containsExactly("-Dmigrator.overwite: unknown setting; did you mean 'migrator.overwrite'?");
    }

    @Test
    void everyMediaFolderNeedsNameAndPath() {
        project.profileYaml("p", """
                media:
                  - {name: ../up, path: /srv}
                  - {name: ok, pth: /srv}
                  - uploads
                  - {name: a, path: /a}
                  - {name: a, path: /b}
                """);
        assertThat(problems())
                .containsExactly(
                        "profiles/p/profile.yaml:2: a media folder needs a name of letters, digits, '.', '-' and '_', and a path",
                        "profiles/p/profile.yaml:3: a media folder needs a name of letters, digits, '.', '-' and '_', and a path",
                        "profiles/p/profile.yaml:3: unknown key 'pth' in a media folder; did you mean 'path'?",
                        "profiles/p/profile.yaml:4: expected a media folder like {name: uploads, path: /srv/app/uploads}",
                        "profiles/p/profile.yaml:6: two media folders are called 'a'");
    }

    @Test
    void anAliasThatHoldsItselfEnds() {
        project.migratorYaml("source: &a\n  url: *a\n");
        assertThat(problems()).isNotEmpty();
    }

    @Test
    void aNameThatIsNoProfilesIsRefusedBeforeAFileIsLookedFor() {
        project.file("outside/profile.yaml", "jobs: nonsense").typed("profile", "../outside");
        assertThatThrownBy(project::settings).isInstanceOf(InvalidProfileNameException.class);
    }

    @Test
    void oneProblemFitsOnOneLine() {
        project.migratorYaml("jobs: many\n");
        assertThatThrownBy(project::settings)
                .hasMessage("configuration is not valid: profiles/migrator.yaml:1:"
                        + " expected a whole number from 1 to 64, not 'many'");
    }

    @Test
    void severalProblemsHaveALineEach() {
        project.migratorYaml("jobs: many\npostgres: old\n");
        assertThatThrownBy(project::settings).hasMessage("""
                        configuration is not valid, 2 problems:
                          profiles/migrator.yaml:1: expected a whole number from 1 to 64, not 'many'
                          profiles/migrator.yaml:2: expected a whole number from 14 to 19, not 'old'""");
    }

    @Test
    void aGoalCanBeSkippedWhateverTheFilesSay() {
        project.migratorYaml("jobs: many\n").typed("migrator.skip", "true");
        assertThat(Settings.skip(project.sources())).isTrue();
        assertThat(Settings.skip(project.typed("migrator.skip", "false").sources()))
                .isFalse();
    }

    private List<String> problems() {
        return catchThrowableOfType(ConfigurationException.class, project::settings)
                .problems();
    }
}
