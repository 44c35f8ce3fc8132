package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Runs scripts over a connection, statement by statement, in the memory that the longest statement takes. */
public final class ScriptRun {

    private final Connection connection;
    private final StatementRules rules;
    private final StatementRunner runner;

    /**
     * Prepares to run scripts over a connection.
     *
     * @param connection from here on it speaks the simple protocol
     */
    public ScriptRun(Connection connection, StatementRules rules) throws SQLException {
        this.connection = connection;
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
    public long run(Script script) throws IOException {
        return run(script, runner);
    }

    /**
     * Runs all statements in order in one transaction, which is open; that something is there or gone already is no failure.
     *
     * @param warning told of each statement that changed nothing for that reason
     */
    public long runTolerantly(Script script, Consumer<String> warning) throws IOException {
        return run(script, new TolerantStep(connection, runner, warning));
    }

    /**
     * Runs what is not done yet, each statement on its own; the connection is in auto-commit mode, and is again afterwards.
     *
     * @param progress knows what is done, and is told of each step
     */
    public long runEachOnItsOwn(Script script, Progress progress) throws IOException {
        return run(script, new SeparateStep(connection, runner, progress));
    }

    /** The same; that something is there or gone already is no failure. */
    public long runEachOnItsOwnTolerantly(Script script, Progress progress, Consumer<String> warning)
            throws IOException {
        return run(script, new SeparateStep(connection, new TolerantStep(connection, runner, warning), progress));
    }

    private long run(Script script, StatementStep step) throws IOException {
        try (ScriptStatements statements = ScriptStatements.open(script, runner::standardConformingStrings)) {
            long count = 0;
            for (SqlStatement next = statements.next(); next != null; next = statements.next()) {
                rules.check(next);
                step.run(next, statements);
                count++;
            }
            return count;
        } catch (CharacterCodingException e) {
            throw Utf8Text.fault(script.file());
        }
    }
}
