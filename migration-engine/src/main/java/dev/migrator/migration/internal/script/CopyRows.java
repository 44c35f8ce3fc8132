package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.io.Writer;

/** The rows of a {@code COPY … FROM stdin} that stand in a script behind the statement, as psql reads them. */
final class CopyRows {

    private CopyRows() {}

    /**
     * psql would read the rest of the line only after the rows, which nobody expects who reads the script: it must be empty.
     *
     * @see StatementSplitter#lineOfRows
     */
    static int skipToFirst(ScriptReader script) throws IOException {
        int line = script.line();
        while (script.line() == line && script.peek(0) != ScriptReader.END) {
            if (script.peek(0) == '-' && script.peek(1) == '-') {
                script.transferLine(Writer.nullWriter());
            } else if (script.read() > ' ') {
                throw new ScriptFault(
                        "something stands behind COPY … FROM stdin on the same line",
                        line,
                        "Begin the rows on the next line, and other statements behind the rows");
            }
        }
        return script.line();
    }

    /** See {@link StatementSplitter#transferRows}. */
    static void transfer(ScriptReader script, Writer to) throws IOException {
        int first = script.line();
        while (!atEndMark(script)) {
            if (script.peek(0) == ScriptReader.END) {
                throw new ScriptFault(
                        "the rows of COPY do not end",
                        first,
                        "Put a line that holds \\. alone behind the last row, or check that the file is complete");
            }
            script.transferLine(to);
        }
        script.transferLine(Writer.nullWriter());
    }

    private static boolean atEndMark(ScriptReader script) throws IOException {
        if (script.peek(0) != '\\' || script.peek(1) != '.') {
            return false;
        }
        int after = script.peek(2);
        return after == '\n' || after == ScriptReader.END || (after == '\r' && script.peek(3) == '\n');
    }
}
