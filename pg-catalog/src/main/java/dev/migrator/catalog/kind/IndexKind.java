package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes that no constraint has made; of a partitioned table {@code ON ONLY}, each partition's attached later.
 *
 * <p>An index that a failed CREATE INDEX CONCURRENTLY has left behind comes back valid.
 */
final class IndexKind implements Kind {

    /** An index belongs to a constraint that has made it; a foreign key only leans on its referenced index. */
    private static final String QUERY = """
            SELECT i.indexrelid AS oid, n.nspname, t.relname AS table_name, c.relname, format('%I.%I', n.nspname, c.relname) AS quoted,
                   pg_get_indexdef(i.indexrelid) AS definition,
                   i.indexprs IS NOT NULL AS has_expression, pg_get_expr(i.indpred, i.indrelid) AS predicate
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.indexrelid >= 16384 AND n.nspname <> 'pg_toast'
              AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        IndexMarks marks = session.once(IndexMarks.class, IndexMarks::read);
        return session.query(QUERY, row -> {
            List<Step> steps = new ArrayList<>();
            steps.add(Step.at(Stage.KEYS_AND_INDEXES, definition(row)));
            marks.of(row.number("oid")).forEach(mark -> steps.add(Step.at(Stage.KEYS_AND_INDEXES, mark)));
            return Draft.of(
                    Address.relation(row.number("oid")),
                    new ObjectId(ObjectKind.INDEX, row.text("nspname"), row.text("table_name"), row.text("relname")),
                    row.text("quoted"),
                    steps);
        });
    }

    /** The predicate is an expression; with expressions among the columns all of it is. */
    private static Definition definition(Row row) throws SQLException {
        String text = row.text("definition");
        String predicate = row.optional("predicate");
        if (row.flag("has_expression")) {
            return Definition.expression(text);
        }
        return predicate != null && text.endsWith(predicate)
                ? Definition.structure(text.substring(0, text.length() - predicate.length()))
                        .thenExpression(predicate)
                : Definition.structure(text);
    }
}
