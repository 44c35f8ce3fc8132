package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Sequences; that of an identity column is made by its table, that of a serial column is OWNED BY its column when both are there. */
final class SequenceKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.relname, format('%%I.%%I', n.nspname, c.relname) AS quoted, c.relpersistence,
                   d.deptype = 'i' AS identity, d.refobjid AS owner,
                   CASE d.deptype WHEN 'a' THEN format('%%I.%%I.%%I', tn.nspname, t.relname, a.attname) END AS owned_by, %s
            FROM pg_sequence s
            JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                                 AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
            LEFT JOIN pg_class t ON t.oid = d.refobjid
            LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE c.oid >= 16384""".formatted(SequenceOptions.COLUMNS);

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, SequenceKind::draft);
    }

    private static Draft draft(Row row) throws SQLException {
        Address address = Address.relation(row.number("oid"));
        ObjectId id = ObjectId.of(ObjectKind.SEQUENCE, row.text("nspname"), row.text("relname"));
        String name = row.text("quoted");
        if (row.flag("identity")) {
            return Draft.of(address, id, name);
        }
        SequenceOptions options = SequenceOptions.of(row);
        Draft draft = Draft.of(
                address,
                id,
                name,
                Stage.BEFORE_ROWS,
                (row.letter("relpersistence") == 'u' ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ")
                        + name
                        + (options.type().equals("bigint") ? "" : " AS " + options.type())
                        + options.text());
        String ownedBy = row.optional("owned_by");
        return ownedBy == null
                ? draft
                : draft.completedBy(new Sequel(
                        List.of(Step.at(Stage.BEFORE_ROWS, "ALTER SEQUENCE " + name + " OWNED BY " + ownedBy)),
                        List.of(Address.relation(row.number("owner")))));
    }
}
