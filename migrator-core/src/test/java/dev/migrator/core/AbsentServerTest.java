package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.Project;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.testing.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings name a {@code <server>} that settings.xml does not have. Nothing of this connects anywhere. */
class AbsentServerTest {

    private static final String URL = "jdbc:postgresql://db/app";

    private final List<ProgressEvent> told = new ArrayList<>();
    private Project project;

    @BeforeEach
    void twoDatabasesElsewhere(@TempDir Path folder) {
        project = new Project(folder)
                .typed("profile", "customer1")
                .typed("migrator.source.url", URL)
                .typed("migrator.target.url", URL);
    }

    @Test
    void isAnErrorWhereThisRunAsksForItAndNothingElseLetsIn() {
        project.typed("migrator.target.server", "prodd");

        assertThatThrownBy(() -> databases().target(new Programs()))
                .isInstanceOf(AbsentServerException.class)
                .hasMessage("settings.xml has no such <server>: prodd (-Dmigrator.target.server)."
                        + " Add it with user and password, name another one, or set MIGRATOR_TARGET_PASSWORD");
    }

    @Test
    void isAnErrorForTheSourceToo() {
        project.environment("MIGRATOR_SOURCE_SERVER", "prodd");

        assertThatThrownBy(() -> databases().source())
                .isInstanceOf(AbsentServerException.class)
                .hasMessageContaining("prodd (environment MIGRATOR_SOURCE_SERVER)")
                .hasMessageContaining("MIGRATOR_SOURCE_PASSWORD");
    }

    @Test
    void isToldWhereThisRunAsksForItAndAnotherPasswordIsThere() {
        project.typed("migrator.target.server", "prodd").environment("MIGRATOR_TARGET_PASSWORD", "s3cr3t");

        databases().target(new Programs());

        assertThat(told)
                .containsExactly(new ProgressEvent.Notice(
                        "settings.xml has no <server> prodd (-Dmigrator.target.server); logging in without it"));
    }

    @Test
    void isToldWhereAFileNamesItSinceAPasswordFileMayLetIn() {
        project.migratorYaml("source: {server: customer1-db}");

        databases().source();

        assertThat(told)
                .containsExactly(new ProgressEvent.Notice("settings.xml has no <server> customer1-db"
                        + " (profiles/migrator.yaml:1); logging in without it"));
    }

    @Test
    void isNoNewsWhereAFileOffersItBesideAPasswordThatIsThere() {
        project.migratorYaml("{source: {server: customer1-db}, target: {server: test-db}}")
                .typed("migrator.target.url", URL + "?password=s3cr3t")
                .environment("MIGRATOR_SOURCE_PASSWORD", "s3cr3t");

        databases().source();
        databases().target(new Programs());

        assertThat(told).isEmpty();
    }

    @Test
    void isNoNewsForThoseWhoRestoreAndNeedNoLoginToTheSource() {
        project.migratorYaml("source: {server: customer1-db}");

        assertThat(databases().sourceIfAny()).isPresent();

        assertThat(told).isEmpty();
    }

    @Test
    void isNothingOfTheKindWhereSettingsXmlHasIt() {
        project.typed("migrator.target.server", "prod").server("prod", "writer", "s3cr3t");

        assertThat(databases().target(new Programs()).database().user()).isEqualTo("writer");

        assertThat(told).isEmpty();
    }

    private ConfiguredDatabases databases() {
        return new ConfiguredDatabases(project.settings(), Effects.REAL, told::add);
    }
}
