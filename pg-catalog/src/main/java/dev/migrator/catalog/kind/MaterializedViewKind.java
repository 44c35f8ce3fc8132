package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Materialized views: made empty, and filled at the end one after another where they were filled. */
final class MaterializedViewKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) AS quoted,
                   rtrim(pg_get_viewdef(c.oid), ';') AS body, c.relispopulated,
                   CASE WHEN am.amname <> 'heap' THEN quote_ident(am.amname) END AS method,
                   c.reloptions || array(SELECT 'toast.' || option FROM unnest(toast.reloptions) option) AS options
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_am am ON am.oid = c.relam
            LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
            WHERE c.relkind = 'm' AND c.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        ViewColumns columns = ViewColumns.read(session);
        return session.query(QUERY, row -> draft(row, columns));
    }

    private static Draft draft(Row row, ViewColumns columns) throws SQLException {
        String name = row.text("quoted");
        String method = row.optional("method");
        Definition create = Definition.structure(
                        "CREATE MATERIALIZED VIEW " + name + (method == null ? "" : " USING " + method)
                                + StorageOptions.with(row.texts("options")) + " AS\n")
                .thenExpression(row.text("body"))
                .then("\n  WITH NO DATA");
        List<Step> steps = new ArrayList<>();
        steps.add(Step.at(Stage.BEFORE_ROWS, create));
        columns.alterations(row.number("oid"), name).forEach(sql -> steps.add(Step.at(Stage.BEFORE_ROWS, sql)));
        Draft draft = Draft.of(
                Address.relation(row.number("oid")),
                ObjectId.of(ObjectKind.MATERIALIZED_VIEW, row.text("nspname"), row.text("relname")),
                name,
                steps);
        return row.flag("relispopulated")
                ? draft.completedBy(
                        new Sequel(List.of(Step.at(Stage.REFRESH, "REFRESH MATERIALIZED VIEW " + name)), List.of()))
                : draft;
    }
}
