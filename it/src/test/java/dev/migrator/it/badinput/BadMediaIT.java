package dev.migrator.it.badinput;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files whose names the locale of the build cannot spell, which a machine without any locale has for everything but ASCII. */
class BadMediaIT extends BadInput {

    @BeforeEach
    void uploadOnce() throws Exception {
        decide("personalData: raw\nmedia: [{name: uploads, path: ../../uploads}]\n");
        Files.createDirectories(folder.resolve("uploads"));
        Files.writeString(folder.resolve("uploads/Übersicht.txt"), "one");
        passes(upload());
    }

    @Test
    void anUploadInALocaleWithoutTheFilesNameSaysWhichOneToSet() throws Exception {
        refused(upload().environment("LC_ALL", "C"), "name", "uploads", "LC_ALL=C.UTF-8");
    }

    @Test
    void aRestoreInALocaleWithoutTheFilesNameSaysWhichOneToSet() throws Exception {
        refused(restore().environment("LC_ALL", "C"), "name", "bersicht.txt", "LC_ALL=C.UTF-8");
        passes(restore());
    }
}
