package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.Project;
import dev.migrator.migration.ScriptException;
import dev.migrator.testing.Programs;
import dev.migrator.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two scripts, no profile and no database: they are loaded on our own server. */
@Tag("slow")
class CompareScriptsTest {

    private Project project;

    @BeforeEach
    void twoScripts(@TempDir Path folder) {
        project = new Project(folder)
                .typed("migrator.cacheDirectory", folder.resolve("cache").toString())
                .typed("migrator.postgres", String.valueOf(TestPostgres.newest().major()))
                .typed("migrator.from", "one.sql")
                .typed("migrator.to", "two.sql")
                .file("one.sql", "CREATE TABLE public.t (state varchar CHECK (state IN ('a', 'b')));")
                .file("two.sql", """
                        CREATE TABLE public.t (
                            state varchar CONSTRAINT t_state_check
                                CHECK (state::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]))
                        );""");
    }

    @AfterEach
    void stopTheServer() {
        new StopDatabase(project.settings(), new Programs()).stop();
    }

    @Test
    void areEqualWhereTheyMeanTheSame() throws SQLException {
        assertThat(compare())
                .extracting(CompareSchemas.Compared::differing, CompareSchemas.Compared::undecided)
                .containsExactly(0, 0);
    }

    @Test
    void andDifferWhereTheyDoNot() throws SQLException {
        project.file("two.sql", "CREATE TABLE public.t (state varchar CHECK (state IN ('a', 'c')));");

        assertThat(compare().report()).contains("--- one.sql\n+++ two.sql\n", "~ constraint public.t.t_state_check");
    }

    @Test
    void aScriptThatFailsIsNamedWithItsLine() {
        project.file("two.sql", "\nCREATE TABEL public.t ();");

        assertThatThrownBy(this::compare).isInstanceOf(ScriptException.class).hasMessageContaining("two.sql, line 2");
    }

    private CompareSchemas.Compared compare() throws SQLException {
        return new CompareSchemas(project.settings(), Effects.REAL, new Programs(), event -> {}).compare();
    }
}
