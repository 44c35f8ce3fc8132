package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.util.function.Consumer;

/** Reads a script's statements to somebody. */
public final class ScriptListing {

    private ScriptListing() {}

    /**
     * Reads all of them.
     *
     * @param reader given each statement as it would be sent to the server, without the rows of a COPY
     */
    public static void of(Script script, Consumer<String> reader) throws IOException {
        try (ScriptStatements statements = ScriptStatements.open(script, () -> true)) {
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                reader.accept(next.text());
                statements.skipRows(next);
            }
        }
    }
}
