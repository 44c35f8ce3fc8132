package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers and whether they fire; made after the rows, which must not fire them. A partition has its parent's trigger by being attached
 * and says only where its own fires otherwise.
 */
final class TriggerKind implements Kind {

    /** Before 15 what a partition has from its parent counts as internal, like the triggers that a key has made. */
    private static final String QUERY = """
            SELECT t.oid, t.tgname, n.nspname, c.relname, format('%I ON %I.%I', t.tgname, n.nspname, c.relname) AS name,
                   format('%I.%I', n.nspname, c.relname) AS relation, quote_ident(t.tgname) AS quoted,
                   pg_get_triggerdef(t.oid) AS definition, t.tgqual IS NOT NULL AS has_expression, t.tgenabled,
                   t.tgparentid, parent.tgenabled AS parent_enabled, t.tgconstraint, c.relkind = 'f' AS of_foreign_table
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_trigger parent ON parent.oid = t.tgparentid
            LEFT JOIN pg_constraint k ON k.oid = t.tgconstraint AND k.contype <> 't'
            WHERE (NOT t.tgisinternal OR t.tgparentid <> 0 AND k.oid IS NULL) AND t.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, TriggerKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        boolean inherited = row.number("tgparentid") != 0;
        List<Step> steps = new ArrayList<>();
        if (!inherited) {
            String definition = row.text("definition");
            steps.add(Step.at(
                    Stage.LATE,
                    row.flag("has_expression") ? Definition.expression(definition) : Definition.structure(definition)));
        }
        char born = inherited ? row.letter("parent_enabled") : 'O';
        if (row.letter("tgenabled") != born) {
            steps.add(Step.at(
                    Stage.LATE,
                    (row.flag("of_foreign_table") ? "ALTER FOREIGN TABLE " : "ALTER TABLE ") + row.text("relation")
                            + " " + firing(row.letter("tgenabled")) + " TRIGGER " + row.text("quoted")));
        }
        Draft draft = Draft.of(
                new Address("pg_trigger", row.number("oid")),
                new ObjectId(ObjectKind.TRIGGER, row.text("nspname"), row.text("relname"), row.text("tgname")),
                row.text("name"),
                steps);
        return inherited
                ? draft.needing(List.of(new Address("pg_trigger", row.number("tgparentid"))))
                : draft.covering(List.of(Address.constraint(row.number("tgconstraint"))));
    }

    /** As ALTER TABLE says whether a trigger, and ALTER EVENT TRIGGER whether an event trigger fires. */
    static String firing(char enabled) {
        return switch (enabled) {
            case 'D' -> "DISABLE";
            case 'A' -> "ENABLE ALWAYS";
            case 'R' -> "ENABLE REPLICA";
            default -> "ENABLE";
        };
    }
}
