package dev.migrator.migration.internal.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * A statement that cannot run inside a transaction and that was begun without anybody knowing how it ended: what the database holds says
 * whether it has to run again, and what is half done is cleared away or completed first.
 */
final class InterruptedStatement {

    private static final String DUPLICATE = "42P07";

    private static final Pattern LEAVES_TRACES =
            Pattern.compile("(?s)(CREATE( UNIQUE)? INDEX|DROP INDEX|REINDEX|ALTER TABLE)\\b.*");

    private InterruptedStatement() {}

    /** Whether a statement that the server has refused may have left something half done. */
    static boolean mayBeHalfDone(SqlStatement statement, ScriptFault refusal) {
        return LEAVES_TRACES.matcher(statement.outline()).matches() && !DUPLICATE.equals(refusal.sqlState());
    }

    /** Whether all of it is in the database; otherwise nothing of it is now. */
    static boolean isDone(SqlStatement statement, Connection connection) throws SQLException {
        StatementWords words = StatementWords.of(statement);
        if (words.skip("CREATE", "UNIQUE?", "INDEX", "CONCURRENTLY")) {
            words.skip("IF", "NOT", "EXISTS");
            return isIndexBuilt(words.name(), words, connection);
        }
        if (words.skip("DROP", "INDEX", "CONCURRENTLY")) {
            words.skip("IF", "EXISTS");
            return isGone("SELECT pg_catalog.to_regclass(?) IS NULL", words.name(), connection);
        }
        if (words.skip("ALTER", "TABLE")) {
            words.skip("IF", "EXISTS");
            words.skip("ONLY");
            return isDetached(words.name(), words, connection);
        }
        if (words.skip("CREATE", "DATABASE")) {
            return !isGone(missing("pg_database", "datname"), words.name(), connection);
        }
        if (words.skip("CREATE", "TABLESPACE")) {
            return !isGone(missing("pg_tablespace", "spcname"), words.name(), connection);
        }
        if (words.skip("DROP", "DATABASE")) {
            words.skip("IF", "EXISTS");
            return isGone(missing("pg_database", "datname"), words.name(), connection);
        }
        if (words.skip("DROP", "TABLESPACE")) {
            words.skip("IF", "EXISTS");
            return isGone(missing("pg_tablespace", "spcname"), words.name(), connection);
        }
        return false;
    }

    /** An index whose building did not end is there and invalid; it is dropped. */
    private static boolean isIndexBuilt(String name, StatementWords words, Connection connection) throws SQLException {
        words.skip("ON");
        words.skip("ONLY");
        try (var query = connection.prepareStatement("""
                SELECT i.indisvalid, pg_catalog.format('%I.%I', n.nspname, c.relname)
                FROM pg_catalog.pg_index i
                JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE i.indrelid = pg_catalog.to_regclass(?) AND c.relname = (pg_catalog.parse_ident(?))[1]
                """)) {
            query.setString(1, words.name());
            query.setString(2, name);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                if (row.getBoolean(1)) {
                    return true;
                }
                String index = row.getString(2);
                try (var drop = connection.createStatement()) {
                    drop.execute("DROP INDEX CONCURRENTLY " + index);
                }
                return false;
            }
        }
    }

    /** A partition whose detaching did not end is pending; that is completed. */
    private static boolean isDetached(String table, StatementWords words, Connection connection) throws SQLException {
        words.skip("DETACH", "PARTITION");
        String partition = words.name();
        boolean pending;
        try (var query = connection.prepareStatement(
                "SELECT inhdetachpending FROM pg_catalog.pg_inherits WHERE inhrelid = pg_catalog.to_regclass(?)")) {
            query.setString(1, partition);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return true;
                }
                pending = row.getBoolean(1);
            }
        }
        if (pending) {
            try (var statement = connection.createStatement()) {
                statement.execute("ALTER TABLE " + table + " DETACH PARTITION " + partition + " FINALIZE");
            }
        }
        return pending;
    }

    private static String missing(String catalog, String column) {
        return "SELECT NOT EXISTS (SELECT FROM pg_catalog.%s WHERE %s = (pg_catalog.parse_ident(?))[1])"
                .formatted(catalog, column);
    }

    private static boolean isGone(String question, String name, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
