package dev.migrator.it.badinput;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ref that leads nowhere, or to what it was not written for. */
class BadRefIT extends UploadedOnce {

    private static final String NEWEST = "mvn migrator:use -Dprofile=customer1 -Dmigrator.snapshot=latest";

    @Test
    void aRefWhoseManifestIsGoneNamesItAndHowToTakeTheNewest() throws Exception {
        String manifest = manifestFile().toString();
        Files.delete(manifestFile());
        refused(restore(), "the store has no such snapshot", "file:" + manifest, "as it was committed", NEWEST);
    }

    @Test
    void aRefThatWasEditedByHandIsFoundOut() throws Exception {
        edit(ref(), "\"snapshot\" : \"[0-9a-f]{4}", "\"snapshot\" : \"0000");
        refused(restore(), "the store has no such snapshot", "/customer1/snapshots/0000", "as it was committed");
    }

    @Test
    void aRefThatTellsAnotherDayThanItsSnapshotIsFoundOut() throws Exception {
        edit(ref(), "\"takenAt\" : \"20..", "\"takenAt\" : \"1999");
        refused(restore(), "something else than its snapshot", "takenAt", "edited by hand", "migrator:use");
    }

    @ParameterizedTest
    @CsvSource({
        "'{',           '<<<<<<< HEAD\n{', line 1 is not JSON",
        "'\"takenAt\"', '\"takenat\"',     'takenAt' is missing or wrong"
    })
    void aRefThatIsNotWhatWasWrittenNamesTheLineOrField(String text, String other, String what) throws Exception {
        Files.writeString(ref(), Files.readString(ref()).replace(text, other));
        refused(restore(), "the ref cannot be read: " + what, ref().toString(), "git checkout HEAD -- " + ref());
    }

    @Test
    void aRefOfAFormatThatIsNotKnownAsksForANewerVersion() throws Exception {
        edit(ref(), "\"format\" : 1", "\"format\" : 2");
        refused(restore(), "the ref is of format 2", ref().toString(), "Use the version of migrator that wrote it");
    }

    @Test
    void aRefOfAnotherProfileFindsNoSnapshotInThisOne() throws Exception {
        makeCustomer2WithTheRefOfCustomer1();
        refused(restore("customer2"), "the store has no such snapshot", "/customer2/snapshots/", "as it was committed");
    }

    @Test
    void aSnapshotThatWasCopiedFromAnotherProfileIsNotTaken() throws Exception {
        makeCustomer2WithTheRefOfCustomer1();
        copy(folder.resolve("store/customer1"), folder.resolve("store/customer2"));
        refused(restore("customer2"), "not of this profile but of customer1", "/customer2/snapshots/", "migrator:use");
    }

    private void makeCustomer2WithTheRefOfCustomer1() throws IOException {
        copy(folder.resolve("profiles/customer1"), folder.resolve("profiles/customer2"));
    }
}
