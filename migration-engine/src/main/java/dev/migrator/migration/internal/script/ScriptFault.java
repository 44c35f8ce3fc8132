package dev.migrator.migration.internal.script;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A script cannot be used as it is written, or the server refused one of its statements; which script it is, is known further up, where
 * this becomes an exception for the user.
 */
public final class ScriptFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String fix;
    private final @Nullable String statement;

    /**
     * A fault that can be told from the text.
     *
     * @param problem one clause without a full stop
     * @param line counted from 1
     */
    public ScriptFault(String problem, int line, String fix) {
        this(problem, line, fix, null, null);
    }

    /**
     * A fault that the server may have found.
     *
     * @param problem one clause without a full stop and without a value of a row
     * @param line counted from 1
     * @param statement the first words of the statement that is at fault; null where it is none
     * @param refusal what the server said, without values; null where the check is our own
     */
    ScriptFault(String problem, int line, String fix, @Nullable String statement, @Nullable SQLException refusal) {
        super(problem, refusal);
        this.line = line;
        this.fix = fix;
        this.statement = statement;
    }

    /** What is wrong, as a clause. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** The line of the script, counted from 1. */
    public int line() {
        return line;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }

    /** The first words of the statement; null where it is none. */
    public @Nullable String statement() {
        return statement;
    }

    /** The server's SQLSTATE; null where the server was not asked. */
    public @Nullable String sqlState() {
        return getCause() instanceof SQLException refusal ? refusal.getSQLState() : null;
    }
}
