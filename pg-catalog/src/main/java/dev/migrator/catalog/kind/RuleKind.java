package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rewrite rules but those that make a view. */
final class RuleKind implements Kind {

    private static final String QUERY = """
            SELECT r.oid, r.rulename, n.nspname, c.relname, format('%I ON %I.%I', r.rulename, n.nspname, c.relname) AS name,
                   format('%I.%I', n.nspname, c.relname) AS relation, quote_ident(r.rulename) AS quoted,
                   rtrim(pg_get_ruledef(r.oid), ';') AS definition, r.ev_enabled
            FROM pg_rewrite r
            JOIN pg_class c ON c.oid = r.ev_class
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN' AND r.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            List<Step> steps = new ArrayList<>();
            steps.add(Step.at(Stage.LATE, Definition.expression(row.text("definition"))));
            if (row.letter("ev_enabled") != 'O') {
                steps.add(Step.at(
                        Stage.LATE,
                        "ALTER TABLE " + row.text("relation") + " " + TriggerKind.firing(row.letter("ev_enabled"))
                                + " RULE " + row.text("quoted")));
            }
            return Draft.of(
                    new Address("pg_rewrite", row.number("oid")),
                    new ObjectId(ObjectKind.RULE, row.text("nspname"), row.text("relname"), row.text("rulename")),
                    row.text("name"),
                    steps);
        });
    }
}
