package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.List;

/** Foreign keys; those that a partition has from its parent are made with the parent's. */
final class ForeignKeyKind implements Kind {

    /** On a partitioned table the key is not declared ONLY, so that the partitions get it. */
    private static final String QUERY = """
            SELECT k.oid, k.conname, n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) AS relation,
                   quote_ident(k.conname) AS quoted, pg_get_constraintdef(k.oid) AS definition, c.relkind = 'p' AS partitioned
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'f' AND k.conparentid = 0 AND k.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(
                QUERY,
                row -> Draft.of(
                        Address.constraint(row.number("oid")),
                        new ObjectId(
                                ObjectKind.FOREIGN_KEY, row.text("nspname"), row.text("relname"), row.text("conname")),
                        row.text("quoted") + " ON " + row.text("relation"),
                        Stage.FOREIGN_KEYS,
                        "ALTER TABLE " + (row.flag("partitioned") ? "" : "ONLY ") + row.text("relation")
                                + "\n    ADD CONSTRAINT " + row.text("quoted") + " " + row.text("definition")));
    }
}
