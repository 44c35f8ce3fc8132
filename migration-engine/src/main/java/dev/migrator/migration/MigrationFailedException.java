package dev.migrator.migration;

import dev.migrator.error.MigratorException;
import dev.migrator.migration.internal.script.ScriptFault;
import dev.migrator.postgres.ServerRefusal;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A migration failed and was rolled back as a whole; those before it stay applied, and the attempt is on record if the server can be reached. */
public final class MigrationFailedException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private static final String NOTHING_DONE =
            "; nothing of this file is in the database, so run again when it is corrected";

    private final String filename;
    private final int line;
    private final @Nullable String sqlState;

    private MigrationFailedException(
            Migration migration,
            int line,
            String problem,
            String fix,
            @Nullable String sqlState,
            @Nullable Throwable cause) {
        super(problem, migration.filename() + (line == 0 ? ", at its end" : ", line " + line), fix, cause);
        this.filename = migration.filename();
        this.line = line;
        this.sqlState = sqlState;
    }

    /** A statement was refused. */
    static MigrationFailedException at(Migration migration, int line, ScriptFault fault) {
        return new MigrationFailedException(
                migration, line, fault.problem(), fault.fix() + NOTHING_DONE, fault.sqlState(), fault.getCause());
    }

    /** What was deferred to the end, or the record, was refused. */
    static MigrationFailedException atEnd(Migration migration, SQLException e) {
        ServerRefusal refusal = ServerRefusal.of(e);
        return new MigrationFailedException(
                migration,
                0,
                refusal.message() + " (SQLSTATE " + refusal.sqlState() + ")",
                "Correct the file" + NOTHING_DONE,
                refusal.sqlState(),
                refusal.withoutValues());
    }

    /** The connection broke while the server was asked to commit, so that only the database knows what came of it. */
    static MigrationFailedException unknown(Migration migration, SQLException e) {
        ServerRefusal refusal = ServerRefusal.of(e);
        return new MigrationFailedException(
                migration,
                0,
                "the connection broke while the file was being committed",
                "Run again: the record in the database says whether the file is in it, and only if not is it applied",
                refusal.sqlState(),
                refusal.withoutValues());
    }

    /** The file has gone since it was checked. */
    static MigrationFailedException unreadable(Migration migration, IOException e) {
        return new MigrationFailedException(
                migration,
                0,
                "migration can no longer be read (" + e.getClass().getSimpleName() + ")",
                "Check that it exists and may be read" + NOTHING_DONE,
                null,
                e);
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
