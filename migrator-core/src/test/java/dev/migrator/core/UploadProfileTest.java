package dev.migrator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.core.settings.MissingSettingException;
import dev.migrator.profile.capture.CaptureException;
import dev.migrator.profile.capture.Captured;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadProfileTest {

    private LiveProject project;

    @BeforeEach
    void twoLiveNotes(@TempDir Path folder) throws SQLException {
        project = LiveProject.in(folder);
    }

    @Test
    void theRefPointsAtASnapshotThatIsInTheStore() throws IOException {
        UploadProfile.Uploaded uploaded = project.upload();

        Captured captured = uploaded.captured();
        assertThat(project.ref().snapshot()).isEqualTo(captured.id());
        assertThat(project.files("store"))
                .containsKey("customer1/snapshots/" + captured.id().sha256() + ".json.zst");
        assertThat(captured.counts().rows()).isEqualTo(2);
        assertThat(uploaded.refFile()).isEqualTo("profiles/customer1/snapshot.json");
    }

    @Test
    void theFormerSnapshotIsTheParentOfTheNext() throws SQLException {
        project.upload();
        var former = project.ref();
        LiveProject.run(project.source, "INSERT INTO public.note VALUES (3, 'third')");

        project.upload();

        assertThat(former.parent()).isNull();
        assertThat(project.ref().parent()).isEqualTo(former.snapshot());
    }

    @Test
    void mediaFoldersAreUploadedWithTheRows() {
        project.profileYaml("{personalData: none, media: [{name: uploads, path: ../../uploads}]}")
                .file("uploads/deep/a.txt", "file");

        Captured captured = project.upload().captured();

        assertThat(captured.counts().mediaFiles()).isEqualTo(1);
        assertThat(captured.manifest().media()).singleElement().returns("uploads", tree -> tree.name());
    }

    @Test
    void aDryRunReadsEverythingAndKeepsNothing() throws IOException {
        UploadProfile.Uploaded uploaded = project.typed("dryRun", "true").upload();

        assertThat(uploaded.dryRun()).isTrue();
        assertThat(uploaded.captured().counts().rows()).isEqualTo(2);
        assertThat(project.files("store")).isEmpty();
        assertThat(project.path("profiles/customer1/snapshot.json")).doesNotExist();
    }

    @Test
    void nothingIsReadBeforeSomebodyHasDecidedAboutPersonalData() throws IOException {
        project.profileYaml("unclassified: keep");

        assertThatThrownBy(project::upload)
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("nobody has decided whether the rows hold personal data:"
                        + " customer1: no personalData in profiles/customer1/profile.yaml")
                .hasMessageContaining("masked")
                .hasMessageContaining("raw");
        assertThat(project.files("store")).isEmpty();
    }

    @Test
    void whatIsMaskedIsNotInTheSnapshot() throws SQLException {
        project.profileYaml("{personalData: masked, mask: {note: {body: \"'note ' || id\"}}}");

        project.upload();

        assertThat(project.ref().maskingDigest()).isNotNull();
        project.restore();
        assertThat(LiveProject.rows(project.target, "SELECT body FROM public.note ORDER BY id"))
                .containsExactly("note 1", "note 2");
    }

    @Test
    void aColumnThatNobodyClassifiedStopsAnUploadThatIsToldTo() {
        project.profileYaml("{personalData: none, unclassified: fail, keep: [note.id]}");

        assertThatThrownBy(project::upload)
                .isInstanceOf(CaptureException.class)
                .hasMessageContaining("public.note.body")
                .hasMessageNotContaining("public.note.id");
    }

    @Test
    void aProfileThatLiesInGitIsNotUploaded() {
        project.profileYaml("kind: clean-db");

        assertThatThrownBy(project::upload)
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("customer1 (kind: clean-db)");
    }

    @Test
    void theDatabaseToReadMustBeNamed() {
        project.typed("source.url", "");

        assertThatThrownBy(project::upload)
                .isInstanceOf(MissingSettingException.class)
                .hasMessageContaining("-Dmigrator.source.url=…");
    }
}
