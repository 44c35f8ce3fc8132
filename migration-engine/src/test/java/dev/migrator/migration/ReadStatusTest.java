package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadStatusTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void says_of_each_migration_what_has_become_of_it() throws Exception {
        project.settings = project.settings.withBaseline(new MigrationVersion("001"));
        project.file("common/001_a.sql", "SELECT 1")
                .file("common/002_b.sql", "SELECT 1")
                .file("common/003_c.sql", "SELECT 1")
                .file("common/004_d.sql", "SELECT 1;\n-- rollback\nSELECT 1;")
                .file("common/R__r.sql", "SELECT 1")
                .migrate();
        project.rollBack(new RollbackDatabase.Extent.Count(1));
        project.file("common/002_b.sql", "SELECT 2")
                .file("common/005_e.sql", "SELECT 1")
                .file("common/R__r.sql", "SELECT 2")
                .delete("common/003_c.sql");

        assertThat(states())
                .containsExactly(
                        "001 BASELINE", "002 CHANGED", "003 MISSING", "004 UNDONE", "005 PENDING", "null PENDING");
    }

    @Test
    void says_why_one_failed_and_that_it_is_applied_when_it_is() {
        project.file("common/001_a.sql", "SELECT nonsense");
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationFailedException.class);
        assertThat(read()).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(ReadStatus.State.FAILED);
            assertThat(line.error()).contains("nonsense");
        });

        project.file("common/001_a.sql", "SELECT 1").migrate();
        assertThat(states()).containsExactly("001 APPLIED");
        assertThat(new ReadStatus(project.settings).history(project.database))
                .extracting(Attempt::success)
                .containsExactly(false, true);
    }

    @Test
    void needs_no_tables_to_say_that_everything_is_pending() {
        project.file("common/001_a.sql", "SELECT 1");

        assertThat(states()).containsExactly("001 PENDING");
        assertThat(new ReadStatus(project.settings).history(project.database)).isEmpty();
        assertThat(project.rows("SELECT 1 FROM pg_namespace WHERE nspname = 'migrator'"))
                .isEmpty();
    }

    private List<String> states() {
        return read().stream().map(line -> line.version() + " " + line.state()).toList();
    }

    private List<ReadStatus.Line> read() {
        return new ReadStatus(project.settings).read(project.database, project.migrations());
    }
}
