package dev.migrator.migration.internal.script;

import dev.migrator.error.MigratorException;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.ServerRefusal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Puts into words why the server refused a statement, and on which line of the script. */
final class RefusedStatement {

    private static final String ACTIVE_TRANSACTION = "25001";
    private static final String UNSAFE_NEW_ENUM_VALUE = "55P04";

    private RefusedStatement() {}

    /** @param rowsFrom the line of the first row of a COPY; 0 where it was none or came to none */
    static ScriptFault fault(SqlStatement statement, int rowsFrom, SQLException e) {
        ServerRefusal refusal = ServerRefusal.of(e);
        if (refusal.sqlState().equals(ACTIVE_TRANSACTION)) {
            return StatementRules.outsideTransactions(statement, refusal.withoutValues());
        }
        StringBuilder problem = new StringBuilder(refusal.message());
        if (refusal.copyColumn() != null) {
            problem.append(" (column ").append(refusal.copyColumn()).append(')');
        }
        if (!refusal.sqlState().isEmpty()) {
            problem.append(" (SQLSTATE ").append(refusal.sqlState()).append(')');
        }
        int line = rowsFrom > 0 && refusal.copyLine() > 0
                ? Math.toIntExact(rowsFrom + refusal.copyLine() - 1)
                : statement.line() + linesBefore(statement.text(), e);
        return new ScriptFault(problem.toString(), line, fix(refusal), statement.title(), refusal.withoutValues());
    }

    private static String fix(ServerRefusal refusal) {
        return refusal.sqlState().equals(UNSAFE_NEW_ENUM_VALUE)
                ? "Write the line '-- migrator: no-transaction' at the head of the file, or add the value in a file of its own"
                : ServerFailureException.in(refusal.withoutValues(), "")
                        .map(MigratorException::fix)
                        .orElse("Correct the statement");
    }

    /** How many lines of the statement lie before the place that the server points at, which it counts in characters from 1. */
    private static int linesBefore(String text, SQLException e) {
        @Nullable ServerErrorMessage said = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        if (said == null || said.getPosition() <= 0) {
            return 0;
        }
        int codePoints = Math.min(said.getPosition() - 1, text.codePointCount(0, text.length()));
        String before = text.substring(0, text.offsetByCodePoints(0, codePoints));
        return (int) before.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }
}
