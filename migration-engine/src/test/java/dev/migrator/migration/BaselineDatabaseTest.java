package dev.migrator.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineDatabaseTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newDatabase() {
        project = new Project(directory, TestPostgres.newest().createDatabase("migrate"));
    }

    @Test
    void records_what_is_contained_and_runs_nothing() {
        project.file("common/001_a.sql", "CREATE TABLE a ();")
                .file("common/002_b.sql", "CREATE TABLE b ();")
                .file("common/003_c.sql", "CREATE TABLE c ();");

        assertThat(baseline("002")).containsExactly("common/001_a.sql", "common/002_b.sql");
        assertThat(project.apply()).containsExactly("common/003_c.sql");
        assertThat(project.tableExists("a")).isFalse();
    }

    @Test
    void is_refused_where_the_database_knows_itself_what_is_applied() {
        project.file("common/001_a.sql", "CREATE TABLE a ();").migrate();

        assertThatThrownBy(() -> baseline("001"))
                .isInstanceOf(TrackingException.class)
                .hasMessageStartingWith("the database says itself what is applied, up to 001");
    }

    private List<String> baseline(String version) {
        return new BaselineDatabase(project.settings, MigrationListener.NONE)
                .baseline(project.database, project.migrations(), new MigrationVersion(version));
    }
}
