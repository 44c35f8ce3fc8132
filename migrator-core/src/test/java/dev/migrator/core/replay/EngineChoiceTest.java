package dev.migrator.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.Project;
import dev.migrator.core.settings.ReplayWith;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineChoiceTest {

    private Project project;

    @BeforeEach
    void aProject(@TempDir Path folder) {
        project = new Project(folder).profileYaml("customer1", "personalData: none");
    }

    @Test
    void aProjectWithoutAnySignHasSqlFiles() {
        assertThat(chosen()).isEqualTo(ReplayWith.SQL);
    }

    @Test
    void theToolThatTheBuildUsesIsTaken() {
        uses("flyway");
        assertThat(chosen()).isEqualTo(ReplayWith.FLYWAY);
        uses("liquibase");
        assertThat(chosen()).isEqualTo(ReplayWith.LIQUIBASE);
    }

    @Test
    void aCommandThatIsNamedIsTaken() {
        uses("flyway");
        project.typed("migrator.replayCommand", "./gradlew update");

        assertThat(chosen()).isEqualTo(ReplayWith.COMMAND);
    }

    @Test
    void severalSignsAreAnErrorThatNamesThemAndTheSetting() {
        uses("flyway");
        project.file("migrations/common/001_note.sql", "SELECT 1");

        assertThatThrownBy(this::chosen)
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("sql (migrations), flyway (a plugin or dependency)")
                .hasMessageContaining("replay: sql");
    }

    @Test
    void aFolderOfThatNameWhichHoldsNoneOfOursIsNoSign() {
        uses("liquibase");
        project.file("migrations/changelog.xml", "<databaseChangeLog/>");

        assertThat(chosen()).isEqualTo(ReplayWith.LIQUIBASE);
    }

    @Test
    void theSettingDecidesBetweenThem() {
        uses("flyway", "liquibase");
        project.migratorYaml("replay: liquibase");

        assertThat(chosen()).isEqualTo(ReplayWith.LIQUIBASE);
    }

    private void uses(String... tools) {
        project.build(new BuildOfATest(project.path("classes"), tools));
    }

    private ReplayWith chosen() {
        return EngineChoice.of(project.settings());
    }
}
