package dev.migrator.migration;

import dev.migrator.migration.internal.script.ScriptListing;
import java.io.IOException;
import java.util.function.Consumer;

/** A file that is going to be run, or would be. */
public final class PendingFile {

    private final Change change;

    PendingFile(Change change) {
        this.change = change;
    }

    /** As it is tracked: {@code common/003_attachment.sql}. */
    public String filename() {
        return change.filename();
    }

    /** Whether all of it is in the database with its record, or nothing is. */
    public boolean isOneTransaction() {
        return change.isOneTransaction();
    }

    /**
     * Reads its statements, with the values of placeholders and without the rows of a COPY.
     *
     * @param reader given one after another, as they stand in the file
     */
    public void statements(Consumer<String> reader) throws IOException {
        ScriptListing.of(change.script(), reader);
    }
}
