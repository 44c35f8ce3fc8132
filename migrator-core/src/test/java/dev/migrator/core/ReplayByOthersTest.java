package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.replay.ReplayException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Use cases of a project whose migrations are not ours. */
class ReplayByOthersTest {

    private LiveProject project;

    @BeforeEach
    void aLiveDatabase(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder);
    }

    @Test
    void aRestoreRunsTheCommandOnTheNewDatabaseAndThenSwapsItIn() throws Exception {
        project.upload();
        project.typed("replayCommand", "echo $PGDATABASE > ran-on.txt");

        RestoreProfile.Restored restored = project.restore();

        assertThat(Text.of(project.path("ran-on.txt")).strip()).isNotEmpty().isNotEqualTo(project.target.name());
        assertThat(restored.migrations())
                .extracting(RestoreProfile.Replayed::filename)
                .containsExactly("echo $PGDATABASE > ran-on.txt");
    }

    @Test
    void aCommandThatFailsLeavesTheTargetAsItWas() throws SQLException {
        project.upload();
        project.restore();
        LiveProject.run(project.target, "INSERT INTO public.note VALUES (3, 'of a tester')");
        project.typed("replayCommand", "exit 7");

        assertThatThrownBy(project::restore).isInstanceOf(ReplayException.class).hasMessageContaining("exit code 7");
        assertThat(LiveProject.rows(project.target, "SELECT count(*) FROM public.note"))
                .containsExactly("3");
    }

    @Test
    void aDryRunSaysThatNobodyKnowsWhatTheCommandWouldDo() throws SQLException {
        project.upload();
        project.restore();
        project.typed("replayCommand", "touch ran.txt").typed("dryRun", "true");

        assertThat(project.migrate().applied())
                .singleElement()
                .asString()
                .contains("unknown, since nobody can look into the replay command");
        assertThat(project.path("ran.txt")).doesNotExist();
    }

    @Test
    void theRefNamesTheNewestMigrationOfFlywaysHistory() throws SQLException {
        LiveProject.run(project.source, """
                CREATE SCHEMA shop;
                CREATE TABLE shop.flyway_schema_history (installed_rank int, version text, success boolean);
                INSERT INTO shop.flyway_schema_history VALUES (1, '1', true), (2, '2.1', true), (3, '3', false), (4, NULL, true);
                """);
        project.profileYaml("personalData: none\nbaseline: \"001\"");

        project.upload();

        assertThat(project.ref().migrationVersion()).isEqualTo("flyway 2.1");
        assertThat(project.restore().migrations()).isEmpty();
    }

    @Test
    void theRefNamesTheNewestChangesetOfLiquibase() throws SQLException {
        LiveProject.run(project.source, """
                CREATE TABLE public.databasechangelog (id text, author text, filename text, orderexecuted int);
                INSERT INTO public.databasechangelog VALUES ('b', 'anna', 'db/x.xml', 2), ('a', 'anna', 'db/x.xml', 1);
                """);

        project.upload();

        assertThat(project.ref().migrationVersion()).isEqualTo("liquibase db/x.xml::b::anna");
    }

    @Test
    void theRecordsOfOtherEnginesAreNoDrift() throws SQLException {
        project.upload();
        project.restore();
        List<String> tables = List.of("flyway_schema_history", "databasechangelog", "databasechangeloglock");
        for (String table : tables) {
            LiveProject.run(project.target, "CREATE TABLE public." + table + " (id int PRIMARY KEY)");
        }

        assertThat(project.compare().differing()).isZero();
    }
}
