package dev.migrator.catalog.kind;

import dev.migrator.catalog.Definition;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** CHECKs of domains; one that is not valid yet comes after the rows that may break it. */
final class DomainConstraintKind implements Kind {

    private static final String QUERY = """
            SELECT k.oid, k.contypid, k.contype, k.conname, n.nspname, t.typname, format('%I.%I', n.nspname, t.typname) AS domain_name,
                   quote_ident(k.conname) AS quoted, pg_get_constraintdef(k.oid) AS definition, k.convalidated
            FROM pg_constraint k
            JOIN pg_type t ON t.oid = k.contypid
            JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE k.contypid <> 0 AND k.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, DomainConstraintKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        Address address = Address.constraint(row.number("oid"));
        ObjectId id =
                new ObjectId(ObjectKind.CONSTRAINT, row.text("nspname"), row.text("typname"), row.text("conname"));
        String name = row.text("quoted") + " ON DOMAIN " + row.text("domain_name");
        if (row.letter("contype") == 'n') {
            return Draft.of(address, id, name);
        }
        Definition piece = Definition.structure("CONSTRAINT " + row.text("quoted") + " ")
                .then(ConstraintKind.checkText(row.text("definition")));
        Definition add = Definition.structure("ALTER DOMAIN " + row.text("domain_name") + "\n    ADD ")
                .then(piece);
        return row.flag("convalidated")
                ? Draft.of(address, id, name, Step.at(Stage.BEFORE_ROWS, add))
                        .inlinedAs(new Inline(Address.type(row.number("contypid")), piece))
                : Draft.of(address, id, name, Step.at(Stage.LATE, add));
    }
}
