package dev.migrator.migration.internal.script;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * One statement of a script.
 *
 * @param text as it stands in the script, from its first token to its last, without the semicolon
 * @param line on which its first token stands, counted from 1
 * @param outline its tokens in upper case with a space between: what stands in parentheses is left out, a quoted name is {@code "},
 *     and a string, a number or an operator is {@code .}; cut off after some dozens of tokens unless it is a COPY
 */
public record SqlStatement(String text, int line, String outline) {

    private static final Pattern COPY_IN = Pattern.compile("(?s)COPY .* FROM STD(IN|OUT)\\b.*");

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

    private static final Pattern SESSION = Pattern.compile("(?s)(SET(?! LOCAL\\b| CONSTRAINTS\\b)|RESET)\\b.*");

    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE");

    /** Whether its rows follow in the script. */
    public boolean copiesIn() {
        return outline.startsWith("COPY") && COPY_IN.matcher(outline).matches();
    }

    /** Whether it is a query, so that it may answer with more rows than fit into memory. */
    boolean queries() {
        int end = outline.indexOf(' ');
        return QUERIES.contains(end < 0 ? outline : outline.substring(0, end)) || outline.startsWith("( )");
    }

    /** Whether it begins or ends a transaction. */
    boolean controlsTransaction() {
        return TRANSACTION_CONTROL.matcher(outline).matches();
    }

    /** Whether PostgreSQL refuses it inside of a transaction. */
    boolean runsOutsideTransactions() {
        return OUTSIDE_TRANSACTIONS.matcher(outline).matches();
    }

    /** Whether it changes the session for the statements after it. */
    boolean changesSession() {
        return SESSION.matcher(outline).matches();
    }

    /** What it does, in the few words that a message needs: {@code CREATE INDEX CONCURRENTLY}. */
    String title() {
        String[] words = outline.split(" ", 4);
        StringBuilder title = new StringBuilder(words[0]);
        for (int i = 1; i < Math.min(words.length, 3) && words[i].matches("[A-Z_]+"); i++) {
            title.append(' ').append(words[i]);
        }
        return title.toString();
    }
}
