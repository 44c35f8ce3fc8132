package dev.migrator.it.badinput;

import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.manifest.ManifestCodec;
import dev.migrator.profile.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of the store that tell of the format or of a snapshot, and are from the future or not what was written. */
class BadManifestIT extends UploadedOnce {

    private ManifestFile manifest;

    @BeforeEach
    void readTheManifest() throws IOException {
        SnapshotId id = new SnapshotId(manifestFile().getFileName().toString().replace(".json.zst", ""));
        manifest = ManifestFile.of(ManifestCodec.decode(id, Files.readAllBytes(manifestFile()), "the test's"));
    }

    @Test
    void aManifestOfFormat2NamesTheVersionThatWroteIt() throws Exception {
        replaceBy(manifest.replace("{\"format\":1", "{\"format\":2")
                .replace("\"writer\":\"migrator ", "\"writer\":\"migrator 9."));
        refused(
                restore(),
                "the snapshot is of format 2, and this version reads format 1",
                manifestFile().toString(),
                "Use migrator 9.");
    }

    @Test
    void aManifestThatRequiresMoreThanIsKnownNamesTheVersionNeeded() throws Exception {
        replaceBy(manifest.replace("\"requires\":[]", "\"requires\":[\"binary-copy/0.4.0\"]"));
        refused(
                restore(),
                "requires 'binary-copy', which this version does not know",
                manifestFile().toString(),
                "Use migrator 0.4.0 or newer");
    }

    @Test
    void aManifestThatWasAlteredIsFoundOutByItsHash() throws Exception {
        Files.write(
                manifestFile(),
                manifest.replace("\"rows\":2001", "\"rows\":2000").bytes());
        refused(restore(), "manifest is damaged or was altered", manifestFile().toString(), "backup", "migrator:use");
    }

    @Test
    void aStoreOfAnotherFormatTakesNoUpload() throws Exception {
        Files.writeString(folder.resolve("store/customer1/store.json"), "{\"format\":2}");
        refused(
                upload(),
                "the store is of format 2, and this version writes format 1",
                folder.resolve("store/customer1/store.json").toString(),
                "Use a newer migrator");
    }

    /** As if an upload had published this one and not the other. */
    private void replaceBy(ManifestFile other) throws IOException {
        Files.delete(manifestFile());
        Files.write(folder.resolve("store/customer1/snapshots").resolve(other.id() + ".json.zst"), other.bytes());
        edit(ref(), "\"snapshot\" : \"[0-9a-f]{64}", "\"snapshot\" : \"" + other.id());
    }
}
