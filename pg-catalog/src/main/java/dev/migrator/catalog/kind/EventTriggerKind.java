package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Event triggers, made after everything that would set them off. */
final class EventTriggerKind implements Kind {

    private static final String QUERY = """
            SELECT e.oid, e.evtname, quote_ident(e.evtname) AS quoted, e.evtevent, e.evtenabled, e.evtfoid::regproc::text AS routine,
                   (SELECT string_agg(quote_literal(tag), ', ' ORDER BY position)
                    FROM unnest(e.evttags) WITH ORDINALITY tagged(tag, position)) AS tags
            FROM pg_event_trigger e WHERE e.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> {
            String name = row.text("quoted");
            String tags = row.optional("tags");
            List<Step> steps = new ArrayList<>();
            steps.add(Step.at(
                    Stage.EVENT_TRIGGERS,
                    "CREATE EVENT TRIGGER " + name + " ON " + row.text("evtevent")
                            + (tags == null ? "" : "\n    WHEN TAG IN (" + tags + ")") + "\n    EXECUTE FUNCTION "
                            + row.text("routine") + "()"));
            if (row.letter("evtenabled") != 'O') {
                steps.add(Step.at(
                        Stage.EVENT_TRIGGERS,
                        "ALTER EVENT TRIGGER " + name + " " + TriggerKind.firing(row.letter("evtenabled"))));
            }
            return Draft.of(
                    new Address("pg_event_trigger", row.number("oid")),
                    ObjectId.of(ObjectKind.EVENT_TRIGGER, null, row.text("evtname")),
                    name,
                    steps);
        });
    }
}
