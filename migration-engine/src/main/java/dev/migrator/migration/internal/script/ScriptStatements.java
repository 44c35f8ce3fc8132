package dev.migrator.migration.internal.script;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The statements of a script, one after another. Not safe for use by several threads. */
final class ScriptStatements implements Closeable {

    private final Script.Part part;
    private final ScriptReader reader;
    private final StatementSplitter splitter;

    private ScriptStatements(Script.Part part, ScriptReader reader, StatementSplitter splitter) {
        this.part = part;
        this.reader = reader;
        this.splitter = splitter;
    }

    /** @param standardConformingStrings the session's setting, asked whenever a string begins */
    static ScriptStatements open(Script script, BooleanSupplier standardConformingStrings) throws IOException {
        ScriptReader reader = ScriptReader.open(script.file());
        Placeholders placeholders = script.placeholders();
        StatementSplitter splitter = placeholders == null
                ? new StatementSplitter(reader, standardConformingStrings)
                : new StatementSplitter(reader, standardConformingStrings, placeholders);
        return new ScriptStatements(script.part(), reader, splitter);
    }

    /** The next statement; null where there is no more. */
    @Nullable
    SqlStatement next() throws IOException {
        SqlStatement next = splitter.next();
        while (next != null && part == Script.Part.ROLLBACK && !splitter.isInRollback()) {
            skipRows(next);
            next = splitter.next();
        }
        return part == Script.Part.FORWARD && splitter.isInRollback() ? null : next;
    }

    /** Passes over the rows of a statement that is not run. */
    void skipRows(SqlStatement statement) throws IOException {
        if (statement.copiesIn()) {
            splitter.lineOfRows();
            splitter.transferRows(Writer.nullWriter());
        }
    }

    /** What gives the rows of a statement that {@link SqlStatement#copiesIn}. */
    StatementSplitter rows() {
        return splitter;
    }

    /** What the script says of itself; complete once the first statement has been given. */
    Set<Directive> directives() {
        return splitter.directives();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
