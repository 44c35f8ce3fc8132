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

    /** The whole script is one transaction, which is not the script's to begin or to end. */
    ONE_TRANSACTION {
        @Override
        void check(SqlStatement statement) {
            refuseCopyElsewhere(statement);
            if (TRANSACTION_CONTROL.matcher(statement.outline()).matches()) {
                throw new ScriptFault(
                        statement.title() + " begins or ends a transaction, and the whole file is one already",
                        statement.line(),
                        "Remove it; the file is committed when all of it has succeeded");
            }
            if (OUTSIDE_TRANSACTIONS.matcher(statement.outline()).matches()) {
                throw outsideTransactions(statement, null);
            }
        }
    };

    private static final Pattern TRANSACTION_CONTROL =
            Pattern.compile("(?s)(BEGIN|START TRANSACTION|COMMIT|END|ABORT|PREPARE TRANSACTION"
                    + "|ROLLBACK(?! TO\\b| WORK TO\\b| TRANSACTION TO\\b))\\b.*");

    /** The statements that PostgreSQL prevents in a transaction block, as far as the text alone tells. */
    private static final Pattern OUTSIDE_TRANSACTIONS = Pattern.compile(String.join(
            "|",
            "(?s)CREATE( UNIQUE)? INDEX CONCURRENTLY\\b.*",
            "DROP INDEX CONCURRENTLY\\b.*",
            "REINDEX\\b.* CONCURRENTLY\\b.*",
            "REINDEX( \\( [^)]*\\))? (DATABASE|SYSTEM|SCHEMA)\\b.*",
            "ALTER TABLE\\b.* DETACH PARTITION\\b.* CONCURRENTLY\\b.*",
            "VACUUM\\b.*",
            "CLUSTER( VERBOSE| \\( \\))?",
            "(CREATE|DROP) (DATABASE|TABLESPACE)\\b.*",
            "ALTER DATABASE\\b.* SET TABLESPACE\\b.*",
            "ALTER SYSTEM\\b.*",
            "DISCARD ALL"));

    private static final Pattern COPY_OUT = Pattern.compile("(?s)COPY\\b.* TO STD(IN|OUT)\\b.*");

    /**
     * Looks at one statement.
     *
     * @throws ScriptFault where the statement breaks the rules */
    abstract void check(SqlStatement statement);

    /** What to say of a statement that cannot run inside a transaction, whether we or the server found out. */
    static ScriptFault outsideTransactions(SqlStatement statement, @Nullable SQLException refusal) {
        return new ScriptFault(
                statement.title()
                        + " cannot run inside a transaction, and a file that is not one transaction is not supported yet",
                statement.line(),
                "Use a form that can (CREATE INDEX without CONCURRENTLY, say), or take it out of the file and run it by hand",
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
