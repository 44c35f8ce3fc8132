package dev.migrator.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.Project;
import dev.migrator.migration.Migrated;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command line of the project that migrates the database which it finds in its environment. */
class CommandEngineTest {

    private final Database database = TestPostgres.newest().createDatabase("command");
    private final ReplayTarget target = new ReplayTarget(database, "s3cret of the tests");
    private Project project;

    @BeforeEach
    void aProject(@TempDir Path folder) {
        project = new Project(folder).profileYaml("customer1", "personalData: none");
    }

    @Test
    void itFindsTheDatabaseInItsEnvironmentAndRunsInTheProject() {
        command("printf '%s\\n' \"$PGHOST:$PGPORT\" $PGDATABASE $PGUSER \"$PGPASSWORD\" $JDBC_URL > seen.txt")
                .replay(target);

        assertThat(project.path("seen.txt"))
                .hasContent(String.join(
                        "\n",
                        database.server(),
                        database.name(),
                        database.user(),
                        "s3cret of the tests",
                        database.url()));
    }

    @Test
    void whatItHasDoneIsCalledByItsCommand() {
        assertThat(command("true").replay(target).applied())
                .extracting(Migrated.Applied::filename)
                .containsExactly("true");
    }

    @Test
    void whatItWouldDoNobodyCanTell() {
        ReplayEngine engine = command("true");

        assertThat(engine.pending(target)).isEmpty();
        assertThat(engine.status(target)).isEmpty();
        assertThat(engine.digest()).isEmpty();
    }

    @Test
    void itsFailureIsToldWithItsCodeAndItsLastLinesAndWithoutRowsOrPassword() {
        String said =
                "seq 1 100; echo 'ERROR:  no'; echo 'DETAIL:  Key (name)=(anna)'; echo \"$PGPASSWORD\" >&2; exit 3";

        assertThatThrownBy(() -> command(said).replay(target))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("\n  100\n  ERROR:  no\n  ***")
                .hasMessageNotContaining("\n  50\n")
                .hasMessageNotContaining("Key (name)=(anna)\n")
                .hasMessageNotContaining("s3cret");
    }

    private ReplayEngine command(String line) {
        return ReplayEngines.of(project.typed("migrator.replayCommand", line).settings(), event -> {});
    }
}
