package dev.migrator.migration;

import dev.migrator.error.MigratorException;
import dev.migrator.migration.internal.script.ScriptFault;
import dev.migrator.postgres.ServerRefusal;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A migration failed: it was rolled back as a whole or, where it is not one transaction, stopped before the statement that failed. Those
 * before it stay applied, and the attempt is on record if the server can be reached.
 */
public final class MigrationFailedException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String NOTHING_DONE =
            "; nothing of this file is in the database, so run again when it is corrected";

    private static final String GOES_ON =
            "; the statements before this one are in the database, and the next run goes on from here";

    private final String filename;
    private final int line;
    private final @Nullable String sqlState;
    private final @Nullable String statement;

    private MigrationFailedException(
            Change change,
            int line,
            String problem,
            String fix,
            @Nullable String sqlState,
            @Nullable String statement,
            @Nullable Throwable cause) {
        super(problem, change.filename() + (line == 0 ? ", at its end" : ", line " + line), fix, cause);
        this.filename = change.filename();
        this.line = line;
        this.sqlState = sqlState;
        this.statement = statement;
    }

    /**
     * A statement was refused.
     *
     * @param blockers who held the lock that it waited for; empty where nobody knows
     */
    static MigrationFailedException at(Change change, ScriptFault fault, String blockers) {
        boolean waited = LOCK_NOT_AVAILABLE.equals(fault.sqlState()) && !blockers.isEmpty();
        return new MigrationFailedException(
                change,
                fault.line(),
                fault.problem() + (waited ? ", held by " + blockers : ""),
                fault.fix() + whatIsDone(change),
                fault.sqlState(),
                fault.statement(),
                fault.getCause());
    }

    /** What was deferred to the end, or the record, was refused. */
    static MigrationFailedException atEnd(Change change, SQLException e) {
        ServerRefusal refusal = ServerRefusal.of(e);
        return new MigrationFailedException(
                change,
                0,
                refusal.message() + " (SQLSTATE " + refusal.sqlState() + ")",
                "Correct the file" + whatIsDone(change),
                refusal.sqlState(),
                null,
                refusal.withoutValues());
    }

    /** The connection broke while the server was asked to commit, so that only the database knows what came of it. */
    static MigrationFailedException unknown(Change change, SQLException e) {
        ServerRefusal refusal = ServerRefusal.of(e);
        return new MigrationFailedException(
                change,
                0,
                "the connection broke while the file was being committed",
                "Run again: the record in the database says whether the file is in it, and only if not is it applied",
                refusal.sqlState(),
                null,
                refusal.withoutValues());
    }

    /** The file has gone since it was checked. */
    static MigrationFailedException unreadable(Change change, IOException e) {
        return new MigrationFailedException(
                change,
                0,
                "migration can no longer be read (" + e.getClass().getSimpleName() + ")",
                "Check that it exists and may be read" + whatIsDone(change),
                null,
                null,
                e);
    }

    private static String whatIsDone(Change change) {
        return change.isOneTransaction() ? NOTHING_DONE : GOES_ON;
    }

    /** What went wrong and where, in one line without a value of a row. */
    String reason() {
        return subject() + ": " + problem();
    }

    /** The first words of the statement; null where it was none. */
    @Nullable
    String statement() {
        return statement;
    }

    /** As in {@link Migration#filename()}. */
    public String filename() {
        return filename;
    }

    /** The line of the statement, from 1; 0 where it failed at the end of the file. */
    public int line() {
        return line;
    }

    /** The server's SQLSTATE; null where the server was not asked. */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
