package dev.migrator.catalog.kind;

import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * That a table is a partition of another, and an index the part of a partitioned index that lies on one partition. Trees are put together
 * from the root, since a table that is attached gets its parent's identity columns (since 17), but its own partitions do not.
 */
final class AttachmentKind implements Kind {

    private static final String QUERY = """
            SELECT i.inhrelid, i.inhparent, n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) AS quoted,
                   format('%I.%I', pn.nspname, p.relname) AS parent, c.relkind IN ('i', 'I') AS of_index,
                   p.relispartition AS of_partition, pg_get_expr(c.relpartbound, c.oid) AS bound, t.relname AS table_name
            FROM pg_inherits i
            JOIN pg_class c ON c.oid = i.inhrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class p ON p.oid = i.inhparent
            JOIN pg_namespace pn ON pn.oid = p.relnamespace
            LEFT JOIN pg_index x ON x.indexrelid = c.oid
            LEFT JOIN pg_class t ON t.oid = x.indrelid
            WHERE c.relispartition AND c.oid >= 16384""";

    @Override
    public List<Draft> read(CatalogSession session) throws SQLException {
        return session.query(QUERY, row -> row.flag("of_index") ? index(row) : table(row));
    }

    private static Draft table(Row row) throws SQLException {
        return attachment(
                row,
                ObjectId.of(ObjectKind.PARTITION_ATTACHMENT, row.text("nspname"), row.text("relname")),
                Stage.BEFORE_ROWS,
                "ALTER TABLE ONLY " + row.text("parent") + " ATTACH PARTITION " + row.text("quoted") + " "
                        + row.text("bound"));
    }

    private static Draft index(Row row) throws SQLException {
        return attachment(
                row,
                new ObjectId(
                        ObjectKind.INDEX_ATTACHMENT, row.text("nspname"), row.text("table_name"), row.text("relname")),
                Stage.KEYS_AND_INDEXES,
                "ALTER INDEX " + row.text("parent") + " ATTACH PARTITION " + row.text("quoted"));
    }

    private static Draft attachment(Row row, ObjectId id, Stage stage, String sql) throws SQLException {
        long child = row.number("inhrelid");
        long parent = row.number("inhparent");
        List<Address> needs = new ArrayList<>(List.of(Address.relation(child), Address.relation(parent)));
        if (row.flag("of_partition") && !row.flag("of_index")) {
            needs.add(Address.attachment(parent));
        }
        return Draft.of(Address.attachment(child), id, row.text("quoted"), stage, sql)
                .needing(needs);
    }
}
