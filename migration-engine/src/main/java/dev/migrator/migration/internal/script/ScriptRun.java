package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs a script over a connection, statement by statement, in the memory that its longest statement takes. */
public final class ScriptRun {

    private final StatementRules rules;
    private final StatementRunner runner;

    /**
     * Prepares to run scripts over a connection.
     *
     * @param connection from here on it speaks the simple protocol
     */
    public ScriptRun(Connection connection, StatementRules rules) throws SQLException {
        this.rules = rules;
        this.runner = new StatementRunner(connection);
    }

    /** The session's {@code standard_conforming_strings}. */
    public boolean standardConformingStrings() {
        return runner.standardConformingStrings();
    }

    /** Whether a transaction is open that the script has begun. */
    public boolean isInTransaction() {
        return runner.isInTransaction();
    }

    /**
     * Runs all statements in order, in whatever transaction mode the connection is in.
     *
     * @return how many there were
     * @throws ScriptFault at the first statement that breaks the rules or that the server refuses
     */
    public long run(Path script) throws IOException {
        try (ScriptReader reader = ScriptReader.open(script)) {
            StatementSplitter splitter = new StatementSplitter(reader, runner::standardConformingStrings);
            long count = 0;
            for (SqlStatement next = splitter.next(); next != null; next = splitter.next()) {
                rules.check(next);
                runner.run(next, splitter);
                count++;
            }
            return count;
        } catch (CharacterCodingException e) {
            throw Utf8Text.fault(script);
        }
    }
}
