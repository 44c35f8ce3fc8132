package dev.migrator.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrator.core.settings.Project;
import dev.migrator.migration.Migrated;
import dev.migrator.migration.ReadStatus.State;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own SQL files behind the one interface of all engines. */
class SqlEngineTest {

    private Project project;
    private final ReplayTarget target = new ReplayTarget(TestPostgres.newest().createDatabase("sql"), null);

    @BeforeEach
    void twoMigrations(@TempDir Path folder) {
        project = new Project(folder)
                .profileYaml("customer1", "personalData: none")
                .file("migrations/common/001_note.sql", "CREATE TABLE public.note ();")
                .file("migrations/common/002_label.sql", "CREATE TABLE public.label ();");
    }

    @Test
    void whatIsPendingIsToldWithItsStatementsAndReplayedOnce() throws IOException {
        List<String> statements = new ArrayList<>();
        for (PendingMigration pending : engine().pending(target).orElseThrow()) {
            pending.statements(statements::add);
        }

        assertThat(statements).containsExactly("CREATE TABLE public.note ()", "CREATE TABLE public.label ()");
        assertThat(engine().replay(target).applied())
                .extracting(Migrated.Applied::filename)
                .containsExactly("common/001_note.sql", "common/002_label.sql");
        assertThat(engine().pending(target).orElseThrow()).isEmpty();
        assertThat(engine().replay(target)).isEqualTo(new Migrated(List.of(), "002"));
    }

    @Test
    void itsStatusTellsWhatIsAppliedAndWhatIsNot() {
        engine().replay(target);
        project.file("migrations/common/003_mood.sql", "CREATE TABLE public.mood ();");

        assertThat(engine().status(target).orElseThrow())
                .extracting(MigrationStatus::version, MigrationStatus::state)
                .containsExactly(tuple("001", State.APPLIED), tuple("002", State.APPLIED), tuple("003", State.PENDING));
    }

    @Test
    void whatTheDataContainWinsOverTheBaseline() {
        project.profileYaml("customer1", "personalData: none\nbaseline: \"002\"");
        ReplayTarget older = new ReplayTarget(target.database(), null, "001");

        assertThat(engine().pending(target).orElseThrow()).isEmpty();
        assertThat(engine().pending(older).orElseThrow())
                .extracting(PendingMigration::filename)
                .containsExactly("common/002_label.sql");
    }

    @Test
    void itsDigestChangesWithAFileAndWithAPlaceholder() {
        String before = digest();
        assertThat(digest()).isEqualTo(before);

        project.typed("migrator.placeholders", "what=x");
        String withPlaceholder = digest();
        project.file("migrations/common/002_label.sql", "CREATE TABLE public.label (id int);");

        assertThat(List.of(before, withPlaceholder, digest())).doesNotHaveDuplicates();
    }

    private String digest() {
        return engine().digest().orElseThrow();
    }

    private ReplayEngine engine() {
        return ReplayEngines.of(project.settings(), event -> {});
    }
}
