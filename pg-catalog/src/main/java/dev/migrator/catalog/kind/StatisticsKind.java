package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Extended statistics with their targets; what they have gathered is not carried. */
final class StatisticsKind implements Kind {

    private static final String QUERY = """
            SELECT s.oid, s.stxrelid, n.nspname, s.stxname, format('%I.%I', n.nspname, s.stxname) AS quoted,
                   pg_get_statisticsobjdef(s.oid) AS definition, s.stxexprs IS NOT NULL AS has_expression,
                   nullif(coalesce(s.stxstattarget, -1), -1)::text AS target,
                   array(SELECT quote_ident(a.attname) FROM pg_attribute a
                         WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys::int2[]) ORDER BY a.attnum) AS columns
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
            WHERE s.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        Columns columns = session.once(Columns.class, Columns::read);
        return session.query(QUERY, row -> {
            String definition = inOrder(row, columns);
            List<Step> steps = new ArrayList<>();
            steps.add(Step.at(
                    Stage.LATE,
                    row.flag("has_expression") ? Definition.expression(definition) : Definition.structure(definition)));
            if (row.optional("target") != null) {
                steps.add(Step.at(
                        Stage.LATE,
                        "ALTER STATISTICS " + row.text("quoted") + " SET STATISTICS " + row.text("target")));
            }
            return Draft.of(
                    new Address("pg_statistic_ext", row.number("oid")),
                    ObjectId.of(ObjectKind.STATISTICS, row.text("nspname"), row.text("stxname")),
                    row.text("quoted"),
                    steps);
        });
    }

    private static String inOrder(Row row, Columns columns) throws SQLException {
        List<String> listed = row.texts("columns");
        String ordered = String.join(", ", columns.inOrder(row.number("stxrelid"), listed));
        return row.text("definition").replace(" ON " + String.join(", ", listed), " ON " + ordered);
    }
}
