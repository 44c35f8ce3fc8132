package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.postgres.SqlText;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Domains; their CHECKs are objects of their own that a domain takes in. */
final class DomainKind implements Kind {

    private static final String QUERY = """
            SELECT t.oid, n.nspname, t.typname, format('%%I.%%I', n.nspname, t.typname) AS quoted,
                   format_type(t.typbasetype, t.typtypmod) AS base, t.typnotnull,
                   CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END AS collation,
                   coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)) AS expression,
                   %s AS not_null_name
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_type b ON b.oid = t.typbasetype
            WHERE t.typtype = 'd' AND t.oid >= 16384""";

    /** Since 17 NOT NULL of a domain is a constraint with a name. */
    private static final String NOT_NULL_NAME = """
            (SELECT k.conname FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n')""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY.formatted(session.since(17, NOT_NULL_NAME, "NULL")), DomainKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        String collation = row.optional("collation");
        String expression = row.optional("expression");
        Definition create = Definition.structure("CREATE DOMAIN " + row.text("quoted") + " AS " + row.text("base")
                + (collation == null ? "" : " COLLATE " + collation));
        if (expression != null) {
            create = create.then(" DEFAULT ").thenExpression(expression);
        }
        if (row.flag("typnotnull")) {
            create = create.then(notNull(row.text("typname"), row.optional("not_null_name")));
        }
        Definition whole = create;
        return Draft.of(
                        Address.type(row.number("oid")),
                        ObjectId.of(ObjectKind.DOMAIN, row.text("nspname"), row.text("typname")),
                        row.text("quoted"),
                        Step.at(Stage.BEFORE_ROWS, whole))
                .hosting(guests -> List.of(Step.at(Stage.BEFORE_ROWS, with(whole, guests))));
    }

    private static String notNull(String domain, @Nullable String name) {
        return name == null || name.equals(ChosenName.of(domain, "not_null"))
                ? " NOT NULL"
                : " CONSTRAINT " + SqlText.name(name) + " NOT NULL";
    }

    private static Definition with(Definition create, List<Host.Guest> guests) {
        Definition domain = create;
        for (Host.Guest guest : guests) {
            domain = domain.then("\n    ").then(guest.piece());
        }
        return domain;
    }
}
