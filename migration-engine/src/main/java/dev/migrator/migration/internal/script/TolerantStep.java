package dev.migrator.migration.internal.script;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Runs statements so that to make what is there already and to drop what is gone already is no failure. Anything else
 * that is missing is one: who changes a table that does not exist has not got what the file promises.
 */
final class TolerantStep implements StatementStep {

    /** duplicate_database, _schema, _function, _column, _object, _table. */
    private static final Set<String> EXISTS = Set.of("42P04", "42P06", "42723", "42701", "42710", "42P07");

    /** undefined_table, _column, _object, _function; invalid_schema_name, invalid_catalog_name. */
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42704", "42883", "3F000", "3D000");

    private static final Pattern MAKES = Pattern.compile("(?s)(CREATE|ALTER)\\b.*");

    private static final Pattern DROPS = Pattern.compile("(?s)(DROP\\b.*|ALTER\\b.* DROP\\b.*)");

    private final Connection connection;
    private final StatementStep step;
    private final Consumer<String> warning;

    TolerantStep(Connection connection, StatementStep step, Consumer<String> warning) {
        this.connection = connection;
        this.step = step;
        this.warning = warning;
    }

    @Override
    public void run(SqlStatement next, ScriptStatements script) throws IOException {
        try {
            Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
            try {
                step.run(next, script);
                if (before != null) {
                    connection.releaseSavepoint(before);
                }
            } catch (ScriptFault fault) {
                if (!isTolerable(next, fault)) {
                    throw fault;
                }
                if (before != null) {
                    connection.rollback(before);
                }
                warning.accept("line " + fault.line() + ": " + fault.problem());
            }
        } catch (SQLException e) {
            throw RefusedStatement.fault(next, 0, e);
        }
    }

    private static boolean isTolerable(SqlStatement statement, ScriptFault fault) {
        String state = String.valueOf(fault.sqlState());
        return (EXISTS.contains(state) && MAKES.matcher(statement.outline()).matches())
                || (MISSING.contains(state)
                        && DROPS.matcher(statement.outline()).matches());
    }
}
