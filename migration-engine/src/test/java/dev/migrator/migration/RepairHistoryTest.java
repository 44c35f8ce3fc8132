package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.migration.RepairHistory.Repair;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairHistoryTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void lets_the_record_agree_with_the_files() throws Exception {
        project.file("common/001_a.sql", "SELECT 1")
                .file("common/002_b.sql", "SELECT 1")
                .file("common/003_c.sql", "SELECT 1")
                .file("common/004_d.sql", "SELECT 1")
                .migrate();
        project.file("common/001_a.sql", "SELECT 2")
                .file("common/002_better_name.sql", "SELECT 1")
                .delete("common/002_b.sql");
        project.delete("common/003_c.sql");
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationsRefusedException.class);

        assertThat(repair(true)).hasSize(3);
        assertThatThrownBy(project::migrate).isInstanceOf(MigrationsRefusedException.class);
        assertThat(repair(false))
                .containsExactly(
                        new Repair("common/001_a.sql", "the checksum of its file is recorded"),
                        new Repair(
                                "common/002_better_name.sql",
                                "the name of its file is recorded, it was common/002_b.sql"),
                        new Repair("common/003_c.sql", "its file is gone and not asked for any more"));

        assertThat(project.apply()).isEmpty();
        assertThat(repair(false)).isEmpty();
        assertThat(project.rows("SELECT version FROM migrator.schema_migrations WHERE operation = 'repair'"))
                .containsExactly("001", "002", "003");
    }

    private List<Repair> repair(boolean dryRun) {
        return new RepairHistory(project.settings, MigrationListener.NONE)
                .repair(project.database, project.migrations(), dryRun);
    }
}
