package dev.migrator.catalog;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which columns of which tables queries read, as PostgreSQL itself understands them: each query becomes the body of a function, and the
 * parsed body says for every relation the columns for which the right to read is needed. A name alone would not do: two catalogs have a
 * {@code conname}, and an alias may be called like a column.
 */
final class ColumnsRead {

    /** A relation in a parsed query and the set of its columns, whose numbers begin at -7. */
    private static final Pattern RELATION = Pattern.compile(":relid (\\d+) [^{}]*?:selectedCols \\(b([ \\d]*)\\)");

    private static final int OFFSET = 7;

    /** A catalog that only a superuser may read is read through a view, which reads what its rule reads. */
    private static final String VIEW = """
            SELECT r.ev_action FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE c.relkind = 'v' AND c.oid = %s""";

    private static final String EXISTING = """
            SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relkind = 'r' AND c.relnamespace = 'pg_catalog'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped""";

    private ColumnsRead() {}

    /** The columns of all tables in pg_catalog. */
    static Set<String> existing(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new TreeSet<>(answers(connection, EXISTING));
        }
    }

    /** The columns as {@code pg_class.relname}, those that views read for the queries included. */
    static Set<String> by(List<String> queries, Database database) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            TreeSet<String> columns = new TreeSet<>();
            for (String query : new TreeSet<>(queries)) {
                add(columns, parsed(connection, query), connection, Set.of());
            }
            for (String column : columns) {
                names.addAll(answers(connection, EXISTING + " AND (a.attrelid, a.attnum) = (" + column + ")"));
            }
            connection.rollback();
        }
        return names;
    }

    private static String parsed(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE FUNCTION public.read() RETURNS SETOF record LANGUAGE sql BEGIN ATOMIC "
                    + query + "; END");
        }
        return answers(
                        connection,
                        "SELECT prosqlbody FROM pg_proc WHERE proname = 'read' AND pronamespace = 'public'::regnamespace")
                .get(0);
    }

    /** @param within the views whose rules lead here, since a rule names its view as well */
    private static void add(TreeSet<String> columns, String tree, Connection connection, Set<String> within)
            throws SQLException {
        for (MatchResult relation : RELATION.matcher(tree).results().toList()) {
            String oid = relation.group(1);
            for (String bit : relation.group(2).strip().split(" ")) {
                if (!bit.isEmpty()) {
                    columns.add(oid + ", " + (Integer.parseInt(bit) - OFFSET));
                }
            }
            if (!within.contains(oid)) {
                Set<String> deeper = new TreeSet<>(within);
                deeper.add(oid);
                for (String rule : answers(connection, VIEW.formatted(oid))) {
                    add(columns, rule, connection, deeper);
                }
            }
        }
    }

    private static List<String> answers(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
