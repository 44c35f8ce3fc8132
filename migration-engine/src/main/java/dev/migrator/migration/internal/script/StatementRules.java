package dev.migrator.migration.internal.script;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which statements a script may hold, told from its text before anything runs. */
public enum StatementRules {

    /** Each statement commits on its own unless the script says otherwise, as with psql. */
    OWN_TRANSACTIONS {
        @Override
        void check(SqlStatement statement) {
            refuseCopyElsewhere(statement);
        }
    },

    /** Transactions are not the script's to begin or to end: the whole of it is one, or each of its statements. */
    OUR_TRANSACTIONS {
        @Override
        void check(SqlStatement statement) {
            refuseCopyElsewhere(statement);
            if (statement.controlsTransaction()) {
                throw new ScriptFault(
                        statement.title() + " begins or ends a transaction, and that is not the file's to do",
                        statement.line(),
                        "Remove it; the file is committed when all of it has succeeded, or with the line"
                                + " '-- migrator: no-transaction' at its head each statement on its own");
            }
            if (INDEX_WITHOUT_NAME.matcher(statement.outline()).matches()) {
                throw new ScriptFault(
                        "an index that is built concurrently has no name",
                        statement.line(),
                        "Give it one, so that it is found again when its building is interrupted");
            }
        }
    };

    private static final Pattern INDEX_WITHOUT_NAME =
            Pattern.compile("(?s)CREATE( UNIQUE)? INDEX CONCURRENTLY ON\\b.*");

    private static final Pattern COPY_OUT = Pattern.compile("(?s)COPY\\b.* TO STD(IN|OUT)\\b.*");

    /**
     * Looks at one statement.
     *
     * @throws ScriptFault where the statement breaks the rules */
    abstract void check(SqlStatement statement);

    /** What to say of a statement that only the server knows to be impossible inside a transaction. */
    static ScriptFault outsideTransactions(SqlStatement statement, @Nullable SQLException refusal) {
        return new ScriptFault(
                statement.title() + " cannot run inside a transaction",
                statement.line(),
                "Write the line '-- migrator: no-transaction' at the head of the file",
                statement.title(),
                refusal);
    }

    private static void refuseCopyElsewhere(SqlStatement statement) {
        if (COPY_OUT.matcher(statement.outline()).matches()) {
            throw new ScriptFault(
                    "COPY … TO stdout has nowhere to write to",
                    statement.line(),
                    "Remove it, or copy into a file on the server");
        }
    }
}
