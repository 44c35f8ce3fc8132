package dev.migrator.it.badinput;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.it.maven.MavenBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that is not there, or not ours to use; and what the store is asked for and does not have. */
class BadStoreIT extends UploadedOnce {

    private final Path setpriv = Path.of("/usr/bin/setpriv");

    @AfterEach
    void giveTheFolderBack() throws IOException {
        permit("rwxr-xr-x");
    }

    @Test
    void aFolderThatIsNotMountedIsToldFromOneWithoutTheSnapshot() throws Exception {
        refused(
                restore().with("migrator.store", "file:" + folder.resolve("mnt")),
                "the store's folder does not exist: file:" + folder.resolve("mnt"),
                "Mount the disk",
                "migrator.store");
    }

    @Test
    void aFileIsNoStore() throws Exception {
        refused(upload().with("migrator.store", "file:" + ref()), "the store is not a folder", "file:" + ref());
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamedWithTheRightThatIsMissing() throws Exception {
        permit("r-xr-xr-x");
        refused(withoutPowers(upload()), "no right to write in the store", store(), "the right to write below");
    }

    @Test
    void aFolderThatMayNotBeReadIsNamedWithTheRightThatIsMissing() throws Exception {
        Files.setPosixFilePermissions(manifestFile(), PosixFilePermissions.fromString("-wx------"));
        refused(
                withoutPowers(restore()),
                "no right to read in the store",
                "/customer1/snapshots/",
                "the right to read");
    }

    @Test
    void aStoreOfAnUnknownKindIsAnsweredWithTheKnownOnes() throws Exception {
        refused(
                restore().with("migrator.store", "ftp://backup/acme"),
                "no store of this kind is known: ftp:",
                "Set migrator.store to",
                "file:, s3:");
    }

    @Test
    void aSnapshotThatTheStoreDoesNotHaveIsAnsweredWithThoseThatItHas() throws Exception {
        String there = manifestFile().getFileName().toString().substring(0, 12);
        refused(
                build("use", "customer1").with("migrator.snapshot", "4711"),
                "the store has no such snapshot: '4711' in " + store() + "/customer1",
                "Give latest or one of these: " + there);
    }

    @Test
    void aFetchWithoutARefAsksForAnUpload() throws Exception {
        Files.delete(ref());
        refused(build("fetch", "customer1"), "no snapshot yet", ref().toString(), "migrator:upload", "migrator:use");
    }

    private void permit(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder.resolve("store"), PosixFilePermissions.fromString(permissions));
    }

    /** Root may write everywhere unless it is started without that power. */
    private MavenBuild withoutPowers(MavenBuild build) {
        if (!System.getProperty("user.name").equals("root")) {
            return build;
        }
        assumeThat(setpriv).as("root may do everything").isExecutable();
        return build.startedBy(setpriv.toString(), "--bounding-set=-dac_override,-dac_read_search", "--");
    }
}
