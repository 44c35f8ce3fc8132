package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore ended after the swap of the database and before its media were put in place: what the next goal does. */
class KilledRestoreTest {

    private LiveProject project;

    @BeforeEach
    void theDatabaseIsThereAndItsMediaAreNot(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder)
                .profileYaml("{personalData: none, media: [{name: uploads, path: ../../uploads}]}")
                .file("uploads/a.txt", "new");
        project.upload();
        assertThatThrownBy(() -> project.restore(new DiskThatMovesNoFolder()))
                .hasMessageContaining("the database is restored, but its media are not");
        assertThat(uploads()).doesNotExist();
    }

    @Test
    void migrateCompletesIt() throws SQLException {
        project.migrate();

        assertThat(uploads().resolve("a.txt")).hasContent("new");
    }

    @Test
    void aRestoreOfAProfileWithoutMediaCompletesItBeforeItsOwn() {
        project.profileYaml("personalData: none");
        project.upload();

        project.restore();

        assertThat(uploads().resolve("a.txt")).hasContent("new");
    }

    @Test
    void aDryRunLeavesItAsItIs() throws SQLException {
        project.typed("dryRun", "true").migrate();

        assertThat(uploads()).doesNotExist();
    }

    private Path uploads() {
        return project.path("target/migrator/media/uploads");
    }
}
