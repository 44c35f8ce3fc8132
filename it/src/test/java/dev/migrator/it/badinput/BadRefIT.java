package dev.migrator.it.badinput;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ref that leads nowhere. */
class BadRefIT extends BadInput {

    @BeforeEach
    void uploadAndRestoreOnce() throws Exception {
        passes(upload());
        passes(restore());
    }

    @Test
    void aRefThatWasEditedByHandIsFoundOut() throws Exception {
        Path ref = folder.resolve("profiles/customer1/snapshot.json");
        Files.writeString(
                ref, Files.readString(ref).replaceFirst("\"snapshot\" : \"[0-9a-f]{4}", "\"snapshot\" : \"0000"));
        refused(restore(), "0000");
    }
}
