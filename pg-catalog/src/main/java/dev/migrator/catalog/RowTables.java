package dev.migrator.catalog;

import dev.migrator.catalog.kind.Address;
import dev.migrator.catalog.kind.CatalogSession;
import dev.migrator.catalog.kind.Row;
import dev.migrator.catalog.order.Outsiders;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tables that hold rows themselves. */
final class RowTables {

    private static final String TABLES = """
            SELECT c.oid, n.nspname, c.relname, c.relispartition, c.relpersistence,
                   array(SELECT a.attname::text FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS names,
                   array(SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS types,
                   array(SELECT a.attnum::bigint FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS numbers,
                   array(SELECT a.attnum::bigint FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attgenerated <> '' AND NOT a.attisdropped) AS generated
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND c.oid >= 16384 AND c.relpersistence <> 't'""";

    /**
     * Where a hash says the partition, it is the same everywhere only for types of PostgreSQL's own whose hash reads nothing but the value,
     * under a collation by bytes.
     */
    private static final String PARENTS = """
            SELECT i.inhrelid, i.inhparent, n.nspname, c.relname,
                   p.partstrat = 'h' AND EXISTS (
                       SELECT FROM unnest(p.partclass) class JOIN pg_opclass o ON o.oid = class
                       WHERE o.oid >= 16384 OR o.opcintype NOT IN (
                           'bool'::regtype, '"char"'::regtype, 'name'::regtype, 'int2'::regtype, 'int4'::regtype, 'int8'::regtype,
                           'text'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'bytea'::regtype, 'uuid'::regtype,
                           'numeric'::regtype, 'float4'::regtype, 'float8'::regtype, 'date'::regtype, 'time'::regtype,
                           'timetz'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype, 'interval'::regtype, 'inet'::regtype)
                       UNION ALL
                       SELECT FROM unnest(p.partcollation) collation_oid JOIN pg_collation l ON l.oid = collation_oid
                       WHERE NOT l.collisdeterministic) AS moves
            FROM pg_inherits i
            JOIN pg_partitioned_table p ON p.partrelid = i.inhparent
            JOIN pg_class c ON c.oid = i.inhparent
            JOIN pg_namespace n ON n.oid = c.relnamespace""";

    private record Parent(long oid, ObjectId id, boolean moves) {}

    private RowTables() {}

    static List<Table> read(CatalogSession session, Outsiders outsiders) throws SQLException {
        Map<Long, Parent> parents = new HashMap<>();
        session.query(
                PARENTS,
                row -> parents.put(
                        row.number("inhrelid"),
                        new Parent(
                                row.number("inhparent"),
                                ObjectId.of(ObjectKind.TABLE, row.text("nspname"), row.text("relname")),
                                row.flag("moves"))));
        return session.query(TABLES, row -> table(row, parents)).stream()
                .filter(table -> !outsiders.contains(Address.relation(table.oid())))
                .sorted(Comparator.comparing(Table::schema).thenComparing(Table::name))
                .toList();
    }

    private static Table table(Row row, Map<Long, Parent> parents) throws SQLException {
        List<String> names = row.texts("names");
        List<String> types = row.texts("types");
        List<Long> numbers = row.numbers("numbers");
        List<Long> generated = row.numbers("generated");
        List<Column> columns = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), types.get(i), generated.contains(numbers.get(i))));
        }
        return new Table(
                row.number("oid"),
                row.text("nspname"),
                row.text("relname"),
                row.flag("relispartition") ? Table.Kind.PARTITION : Table.Kind.ORDINARY,
                row.letter("relpersistence") == 'u' ? Table.Persistence.UNLOGGED : Table.Persistence.PERMANENT,
                columns,
                loadRoot(row.number("oid"), parents));
    }

    /** The topmost ancestor that places rows by a hash that may be another one elsewhere. */
    private static @Nullable ObjectId loadRoot(long oid, Map<Long, Parent> parents) {
        ObjectId root = null;
        for (Parent parent = parents.get(oid); parent != null; parent = parents.get(parent.oid)) {
            if (parent.moves) {
                root = parent.id;
            }
        }
        return root;
    }
}
