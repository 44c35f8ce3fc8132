package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.Ref;
import dev.migrator.profile.SnapshotId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two snapshots, uploaded elsewhere as far as this project's ref is concerned. */
class UseSnapshotTest {

    private LiveProject project;
    private Ref older;
    private Ref newer;

    @BeforeEach
    void twoSnapshotsInTheStoreAndNoRef(@TempDir Path folder) throws SQLException, IOException {
        project = LiveProject.in(folder);
        older = uploaded("older");
        newer = uploaded("newer");
        Files.delete(refFile());
    }

    @Test
    void latestIsTheOneTakenLast() {
        UseSnapshot.Used used = project.use("latest");

        assertThat(project.ref()).isEqualTo(newer);
        assertThat(used).isEqualTo(new UseSnapshot.Used(newer, "profiles/customer1/snapshot.json", true));
    }

    @Test
    void theBeginningOfAnIdIsEnough() throws SQLException {
        project.use(older.snapshot().sha256().substring(0, 12).toUpperCase(Locale.ROOT));

        assertThat(project.ref()).isEqualTo(older);
        project.restore();
        assertThat(LiveProject.rows(project.target, "SELECT body FROM public.note WHERE id = 1"))
                .containsExactly("older");
    }

    @Test
    void aBeginningThatSeveralShareIsNot() throws SQLException {
        String shared = firstDigitOfTwo();

        assertThatThrownBy(() -> project.use(shared))
                .isInstanceOf(SnapshotNotFoundException.class)
                .hasMessageStartingWith("several snapshots begin like this: '" + shared + "': ");
    }

    @Test
    void whatTheStoreDoesNotHaveIsNotUsed() {
        assertThatThrownBy(() -> project.use("nightly"))
                .isInstanceOf(SnapshotNotFoundException.class)
                .hasMessageStartingWith("the store has no such snapshot: 'nightly' in ");
        assertThat(refFile()).doesNotExist();
    }

    @Test
    void aStoreWithoutSnapshotsIsToldAsSuch() {
        project.typed("store", "file:" + project.path("empty"));

        assertThatThrownBy(() -> project.use("latest"))
                .isInstanceOf(SnapshotNotFoundException.class)
                .hasMessageStartingWith("the store has no snapshot of this profile yet: ");
    }

    @Test
    void aRefThatPointsThereAlreadyIsLeftAlone() throws IOException {
        project.use("latest");
        var written = Files.getLastModifiedTime(refFile());

        assertThat(project.use("latest").changed()).isFalse();
        assertThat(Files.getLastModifiedTime(refFile())).isEqualTo(written);
    }

    @Test
    void aProfileThatLiesInGitHasNone() {
        project.profileYaml("kind: clean-db");

        assertThatThrownBy(() -> project.use("latest")).isInstanceOf(ProfileException.class);
    }

    /** Sixteen digits, so that at the latest the seventeenth snapshot begins like another. */
    private String firstDigitOfTwo() throws SQLException {
        Map<String, SnapshotId> seen = new HashMap<>();
        seen.put(digit(older.snapshot()), older.snapshot());
        SnapshotId next = newer.snapshot();
        while (seen.putIfAbsent(digit(next), next) == null) {
            next = uploaded("number " + seen.size()).snapshot();
        }
        return digit(next);
    }

    private static String digit(SnapshotId id) {
        return id.sha256().substring(0, 1);
    }

    private Ref uploaded(String body) throws SQLException {
        LiveProject.run(project.source, "UPDATE public.note SET body = '" + body + "' WHERE id = 1");
        project.upload();
        return project.ref();
    }

    private Path refFile() {
        return project.path("profiles/customer1/snapshot.json");
    }
}
