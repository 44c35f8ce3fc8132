package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/** Reads a whole script without running it, so that what can be told from its text is told before anything has happened. */
public final class ScriptCheck {

    private ScriptCheck() {}

    /**
     * Counts a script's statements, checking each.
     *
     * @param standardConformingStrings the setting with which the script will start
     * @return how many statements it holds
     * @throws ScriptFault where the script cannot be read to its end, or holds a statement that breaks the rules
     */
    public static long statements(Path script, StatementRules rules, boolean standardConformingStrings)
            throws IOException {
        try (ScriptReader reader = ScriptReader.open(script)) {
            StatementSplitter splitter = new StatementSplitter(reader, () -> standardConformingStrings);
            long count = 0;
            for (SqlStatement next = splitter.next(); next != null; next = splitter.next()) {
                rules.check(next);
                if (next.copiesIn()) {
                    splitter.lineOfRows();
                    splitter.transferRows(Writer.nullWriter());
                }
                count++;
            }
            return count;
        } catch (CharacterCodingException e) {
            throw Utf8Text.fault(script);
        }
    }
}
