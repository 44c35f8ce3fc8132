package dev.migrator.profile.capture;

import dev.migrator.catalog.Column;
import dev.migrator.postgres.ServerRefusal;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries an expression on the server before the first byte is sent: whether it is SQL, fits the column, and gives the first rows what a
 * restore can store.
 */
final class MaskTrial {

    /** Errors of syntax and names, and of what PostgreSQL cannot do: the server finds them before it reads a row. */
    private static final List<String> COMPILE_ERRORS = List.of("42", "0A");

    /**
     * What may stand in a condition is one value for each row: no aggregate, no set. And what is a mask within parentheses and an operand of
     * CAST too is one expression: {@code a), (b} or {@code a, b} is not.
     */
    private static final String COMPILE = "SELECT FROM ONLY %s WHERE (%s) IS NULL AND CAST(%s\n AS %s) IS NULL LIMIT 0";

    private static final String NULL_FOR_NOT_NULL = """
            SELECT (%2$s) IS NULL AND (SELECT attnotnull FROM pg_attribute WHERE attrelid = %3$d AND attname = %4$s)
            FROM ONLY %1$s LIMIT 1""";

    private static final String UNIQUE = """
            SELECT EXISTS (
                SELECT FROM pg_index i
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL AND i.indrelid = %3$d AND a.attname = %4$s)""";

    private static final String TWICE = """
            SELECT count(masked) > count(DISTINCT masked) FROM (SELECT %2$s AS masked FROM ONLY %1$s LIMIT 1000) AS first""";

    private final Connection connection;

    private MaskTrial(Connection connection) {
        this.connection = connection;
    }

    /**
     * Each mask that cannot be used, with the reason, as far as the first rows tell.
     *
     * @param connection inside of the session's transaction, which goes on whatever happens here
     * @param uses the tables that each mask holds for: it is tried on the first that has rows
     */
    static List<String> problems(Connection connection, Map<MaskedColumn, List<SourceTable>> uses) throws SQLException {
        MaskTrial trial = new MaskTrial(connection);
        List<String> problems = new ArrayList<>();
        for (var use : uses.entrySet()) {
            MaskedColumn mask = use.getKey();
            List<SourceTable> tables = use.getValue();
            SourceTable table = tables.stream()
                    .filter(candidate -> candidate.size().pages() > 0)
                    .findFirst()
                    .orElse(tables.get(0));
            trial.problem(table, mask).ifPresent(reason -> problems.add(mask.name() + " (" + reason + ")"));
        }
        return problems;
    }

    private Optional<String> problem(SourceTable table, MaskedColumn mask) throws SQLException {
        Column column = table.copied().stream()
                .filter(candidate -> candidate.name().equals(mask.column()))
                .findFirst()
                .orElseThrow();
        Savepoint before = connection.setSavepoint();
        try {
            return tried(table, column, mask.expression());
        } finally {
            connection.rollback(before);
        }
    }

    private Optional<String> tried(SourceTable table, Column column, String expression) {
        String mask = CopyQuery.masked(column, expression);
        try {
            isTrue(COMPILE.formatted(table.sqlName(), mask, expression, column.type()));
        } catch (SQLException e) {
            return Optional.of(compileError(ServerRefusal.of(e)));
        }
        try {
            if (isTrue(filledIn(NULL_FOR_NOT_NULL, table, column, mask))) {
                return Optional.of("gives NULL, and the column is NOT NULL");
            }
            if (isTrue(filledIn(UNIQUE, table, column, mask)) && isTrue(filledIn(TWICE, table, column, mask))) {
                return Optional.of("gives two rows the same value, and the column is unique");
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("fails on one of the first rows with SQLSTATE " + e.getSQLState());
        }
    }

    /** No row is read yet, so that these messages can quote none. */
    private static String compileError(ServerRefusal said) {
        boolean quotesNoRow = COMPILE_ERRORS.stream().anyMatch(said.sqlState()::startsWith);
        return quotesNoRow ? said.message() : "SQLSTATE " + said.sqlState();
    }

    private static String filledIn(String query, SourceTable table, Column column, String mask) {
        return query.formatted(table.sqlName(), mask, table.oid(), SqlText.literal(column.name()));
    }

    /** The one flag that the query gives; false where it gives no row or no column. */
    private boolean isTrue(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getMetaData().getColumnCount() > 0 && rows.getBoolean(1);
        }
    }
}
