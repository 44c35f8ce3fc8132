package dev.migrator.migration;

import dev.migrator.error.MigratorException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A script cannot be run, or did not run to its end. */
public final class ScriptException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private final String script;
    private final int line;
    private final @Nullable String sqlState;

    ScriptException(
            Path script, int line, String problem, String fix, @Nullable String sqlState, @Nullable Throwable cause) {
        super(problem, line == 0 ? script.toString() : script + ", line " + line, fix, cause);
        this.script = script.toString();
        this.line = line;
        this.sqlState = sqlState;
    }

    /** The script's path. */
    public String script() {
        return script;
    }

    /** From 1; 0 where it is about the whole script. */
    public int line() {
        return line;
    }

    /** The server's SQLSTATE; null where the server was not asked. */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
