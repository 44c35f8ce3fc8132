package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.migration.ScriptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restores of a profile that lies in Git in full. */
class RestoreCleanDbTest {

    private LiveProject project;

    @BeforeEach
    void scriptsOfOneTable(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder)
                .profileYaml("{kind: clean-db, baseline: \"001\", media: [{name: uploads, path: media}]}")
                .file("profiles/customer1/schema.sql", "CREATE TABLE public.city (name text);")
                .file("profiles/customer1/data.sql", "INSERT INTO public.city VALUES ('Uelzen');")
                .file("profiles/customer1/media/logo.txt", "logo");
    }

    @Test
    void theScriptsMakeTheDatabaseAndItsMedia() throws SQLException {
        RestoreProfile.Restored restored = project.restore();

        assertThat(LiveProject.rows(project.target, "SELECT name FROM public.city"))
                .containsExactly("Uelzen");
        assertThat(project.path("target/migrator/media/uploads/logo.txt")).hasContent("logo");
        assertThat(restored.snapshot()).isNull();
    }

    @Test
    void whatIsNewerThanTheSchemaIsReplayed() throws SQLException {
        project.migrationMaking("001", "city").migrationMaking("002", "street");

        assertThat(project.restore().version()).isEqualTo("002");

        assertThat(LiveProject.tables(project.target)).containsExactly("city", "street");
        assertThat(project.path("profiles/customer1/result.sql")).content().contains("CREATE TABLE public.street");
    }

    @Test
    void rowsAreCountedByPostgresBeforeTheReplay() throws SQLException {
        project.restore();

        assertThat(LiveProject.rows(project.target, "SELECT reltuples::int::text FROM pg_class WHERE relname = 'city'"))
                .containsExactly("1");
    }

    @Test
    void rowsMayBeLeftOut() throws Exception {
        Files.delete(project.path("profiles/customer1/data.sql"));

        project.restore();

        assertThat(LiveProject.rows(project.target, "SELECT name FROM public.city"))
                .isEmpty();
    }

    @Test
    void aSchemaMayNot() throws Exception {
        Files.delete(project.path("profiles/customer1/schema.sql"));

        assertThatThrownBy(project::restore)
                .isInstanceOf(ProfileException.class)
                .hasMessage("profile has no schema: customer1: no profiles/customer1/schema.sql."
                        + " Write the file, or set kind: user-generated");
    }

    @Test
    void aScriptThatFailsLeavesTheTargetAsItWas() throws SQLException {
        project.restore();
        project.file("profiles/customer1/data.sql", "INSERT INTO public.town VALUES ('Uelzen');");

        assertThatThrownBy(project::restore).isInstanceOf(ScriptException.class).hasMessageContaining("data.sql");

        assertThat(LiveProject.rows(project.target, "SELECT name FROM public.city"))
                .containsExactly("Uelzen");
    }

    @Test
    void aDryRunChangesNothing() throws SQLException {
        assertThat(project.typed("dryRun", "true").restore().dryRun()).isTrue();

        assertThat(project.targetExists()).isFalse();
        assertThat(project.path("target")).doesNotExist();
    }
}
