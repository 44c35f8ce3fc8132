package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.RefException;
import dev.migrator.profile.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchProfileTest {

    private LiveProject project;

    @BeforeEach
    void aSnapshotWithAFile(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder)
                .profileYaml("{personalData: none, media: [{name: uploads, path: ../../uploads}]}")
                .file("uploads/a.txt", "file");
        project.upload();
    }

    @Test
    void whatWasFetchedIsRestoredWithoutTheStore() throws IOException, SQLException {
        project.fetch();
        theStoreIsGone();

        project.restore();

        assertThat(LiveProject.rows(project.target, "SELECT body FROM public.note ORDER BY id"))
                .containsExactly("first", "second");
        assertThat(project.path("target/migrator/media/uploads/a.txt")).hasContent("file");
    }

    @Test
    void whatWasNotFetchedIsNot() throws IOException, SQLException {
        theStoreIsGone();

        assertThatThrownBy(project::restore).isInstanceOf(StoreException.class);
        assertThat(project.targetExists()).isFalse();
    }

    @Test
    void aSecondFetchFindsThatAllIsThere() {
        FetchProfile.Fetched first = project.fetch();

        assertThat(first.changed()).isTrue();
        assertThat(first.snapshot()).isEqualTo(project.ref().snapshot());
        assertThat(first.packs()).isPositive();
        assertThat(first.bytes()).isPositive();
        assertThat(project.fetch())
                .isEqualTo(new FetchProfile.Fetched(first.snapshot(), first.packs(), first.bytes(), false));
    }

    @Test
    void withoutARefThereIsNothingToFetch() throws IOException {
        Files.delete(project.path("profiles/customer1/snapshot.json"));

        assertThatThrownBy(project::fetch).isInstanceOf(RefException.class);
    }

    private void theStoreIsGone() throws IOException {
        Files.move(project.path("store"), project.path("unreachable"));
    }
}
