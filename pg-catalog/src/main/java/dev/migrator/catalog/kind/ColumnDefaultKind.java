package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/**
 * Default expressions of the columns of tables, foreign tables and views: each an object of its own, since it may need what needs its
 * table. The expression of a generated column is part of its table.
 */
final class ColumnDefaultKind implements Kind {

    private static final String QUERY = """
            SELECT d.oid, d.adrelid, n.nspname, c.relname, a.attname, format('%I.%I', n.nspname, c.relname) AS relation,
                   quote_ident(a.attname) AS column_name, pg_get_expr(d.adbin, d.adrelid) AS expression,
                   c.relkind IN ('r', 'p', 'f') AND (a.attislocal OR c.relispartition) AS inlines,
                   c.relkind = 'v' AS of_view, c.relkind = 'f' AS of_foreign_table
            FROM pg_attrdef d
            JOIN pg_class c ON c.oid = d.adrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            WHERE a.attgenerated = '' AND d.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, ColumnDefaultKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        String relation =
                row.flag("of_view") ? "VIEW " : row.flag("of_foreign_table") ? "FOREIGN TABLE ONLY " : "TABLE ONLY ";
        Definition set = Definition.structure("ALTER " + relation + row.text("relation") + " ALTER COLUMN "
                        + row.text("column_name") + " SET DEFAULT ")
                .thenExpression(row.text("expression"));
        Draft draft = Draft.of(
                new Address("pg_attrdef", row.number("oid")),
                new ObjectId(ObjectKind.COLUMN_DEFAULT, row.text("nspname"), row.text("relname"), row.text("attname")),
                row.text("relation") + "." + row.text("column_name"),
                Step.at(Stage.BEFORE_ROWS, set));
        return row.flag("inlines")
                ? draft.inlinedAs(new Inline(
                        Address.relation(row.number("adrelid")),
                        Definition.structure("DEFAULT ").thenExpression(row.text("expression"))))
                : draft;
    }
}
