package dev.migrator.migration;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/** A migration failed and was rolled back as a whole; those before it stay applied, and the attempt is on record. */
public final class MigrationFailedException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private final String filename;
    private final int line;
    private final @Nullable String sqlState;

    MigrationFailedException(
            String filename,
            int line,
            String problem,
            String fix,
            @Nullable String sqlState,
            @Nullable Throwable cause) {
        super(
                problem,
                filename + (line == 0 ? ", at its end" : ", line " + line),
                fix + "; nothing of this file is in the database, so run again when it is corrected",
                cause);
        this.filename = filename;
        this.line = line;
        this.sqlState = sqlState;
    }

    /** As in {@link Migration#filename()}. */
    public String filename() {
        return filename;
    }

    /** The line of the statement, from 1; 0 where a constraint that was deferred to the end failed there. */
    public int line() {
        return line;
    }

    /** The server's SQLSTATE; null where the server was not asked. */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
