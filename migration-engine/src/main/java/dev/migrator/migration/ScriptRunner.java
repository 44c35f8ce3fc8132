package dev.migrator.migration;

import dev.migrator.migration.internal.script.Script;
import dev.migrator.migration.internal.script.ScriptFault;
import dev.migrator.migration.internal.script.ScriptRun;
import dev.migrator.migration.internal.script.StatementRules;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.ServerRefusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills a fresh database from scripts such as {@code psql} loads and {@code pg_dump} writes, {@code COPY … FROM stdin} with its rows
 * included, in the memory that the longest statement takes. Safe for use by several threads.
 *
 * <p>As with psql, each script has a session to itself and each statement commits on its own unless the script says {@code BEGIN};
 * unlike psql, it stops at the first failure. Commits do not wait for the disk: a fresh database whose server crashes is made again.
 */
public final class ScriptRunner {

    private final Database database;

    /**
     * Prepares to fill one database.
     *
     * @param database that is nobody's yet
     */
    public ScriptRunner(Database database) {
        this.database = database;
    }

    /**
     * Runs a script from its first statement to its last.
     *
     * @param script in UTF-8
     * @return the number of statements
     * @throws ScriptException at the first statement that fails or that only psql could run; what ran before it stays done
     */
    public long run(Path script) {
        try (Connection connection = database.connect()) {
            SessionDefaults.of(connection).restore(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("SET synchronous_commit = off");
            }
            ScriptRun run = new ScriptRun(connection, StatementRules.OWN_TRANSACTIONS);
            long statements = run.run(Script.plain(script));
            if (run.isInTransaction()) {
                throw new ScriptException(
                        script, 0, "script leaves a transaction open", "End it with COMMIT", null, null);
            }
            return statements;
        } catch (ScriptFault fault) {
            throw new ScriptException(
                    script, fault.line(), fault.problem(), fault.fix(), fault.sqlState(), fault.getCause());
        } catch (IOException e) {
            throw new ScriptException(
                    script, 0, "script cannot be read", "Check that it exists and may be read", null, e);
        } catch (SQLException e) {
            throw inWords(script, e);
        }
    }

    private RuntimeException inWords(Path script, SQLException e) {
        var failure = ServerFailureException.in(e, database.server());
        if (failure.isPresent()) {
            return failure.get();
        }
        ServerRefusal refusal = ServerRefusal.of(e);
        return new ScriptException(
                script,
                0,
                refusal.message() + " (SQLSTATE " + refusal.sqlState() + ")",
                "Check what the role " + database.user() + " may do in " + database.name(),
                refusal.sqlState(),
                refusal.withoutValues());
    }
}
