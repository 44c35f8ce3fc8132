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
            SELECT s.oid, n.nspname, s.stxname, format('%I.%I', n.nspname, s.stxname) AS quoted,
                   pg_get_statisticsobjdef(s.oid) AS definition, s.stxexprs IS NOT NULL AS has_expression,
                   nullif(coalesce(s.stxstattarget, -1), -1)::text AS target
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
            WHERE s.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String definition = row.text("definition");
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
}
