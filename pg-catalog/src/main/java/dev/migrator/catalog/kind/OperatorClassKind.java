package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Operator classes. */
final class OperatorClassKind implements Kind {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.opcname, a.amname, format('%I.%I', n.nspname, c.opcname) AS quoted,
                   quote_ident(a.amname) AS method, c.opcdefault, format_type(c.opcintype, NULL) AS type,
                   CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END AS storage,
                   format('%I.%I', fn.nspname, f.opfname) AS family
            FROM pg_opclass c
            JOIN pg_namespace n ON n.oid = c.opcnamespace
            JOIN pg_am a ON a.oid = c.opcmethod
            JOIN pg_opfamily f ON f.oid = c.opcfamily
            JOIN pg_namespace fn ON fn.oid = f.opfnamespace
            WHERE c.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        OperatorMembers members = session.once(OperatorMembers.class, OperatorMembers::read);
        return session.query(QUERY, row -> {
            Address address = new Address("pg_opclass", row.number("oid"));
            String type = row.text("type");
            String storage = row.optional("storage");
            List<String> items = new ArrayList<>(members.of(address));
            if (storage != null || items.isEmpty()) {
                items.add(0, "STORAGE " + (storage == null ? type : storage));
            }
            return Draft.of(
                    address,
                    new ObjectId(
                            ObjectKind.OPERATOR_CLASS, row.text("nspname"), row.text("amname"), row.text("opcname")),
                    row.text("quoted") + " USING " + row.text("method"),
                    Stage.BEFORE_ROWS,
                    "CREATE OPERATOR CLASS " + row.text("quoted") + (row.flag("opcdefault") ? " DEFAULT" : "")
                            + " FOR TYPE " + type + " USING " + row.text("method") + " FAMILY " + row.text("family")
                            + " AS\n    " + String.join(",\n    ", items));
        });
    }
}
