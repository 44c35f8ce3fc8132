package dev.migrator.migration.internal.script;

import java.io.IOException;

/** What is done with each statement of a script. */
interface StatementStep {

    /**
     * Does it.
     *
     * @param script gives the rows of a statement that {@link SqlStatement#copiesIn}; they have to be read or skipped
     * @throws ScriptFault where the server refuses the statement
     */
    void run(SqlStatement next, ScriptStatements script) throws IOException;
}
