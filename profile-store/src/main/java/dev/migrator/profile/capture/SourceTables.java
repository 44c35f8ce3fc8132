package dev.migrator.profile.capture;

import dev.migrator.catalog.Column;
import dev.migrator.catalog.ExtensionConfiguration;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Table;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the tables whose rows are captured: the catalog's, and those of extensions that hold users' rows. */
final class SourceTables {

    private static final String SIZES = """
            SELECT c.oid,
                   pg_relation_size(c.oid) / current_setting('block_size')::int,
                   coalesce(pg_relation_size(nullif(c.reltoastrelid, 0)::regclass), 0) / current_setting('block_size')::int,
                   a.amname = 'heap'
            FROM pg_class c
            JOIN pg_am a ON a.oid = c.relam
            WHERE c.oid = ANY (?)
            """;

    private static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attgenerated <> ''
            FROM pg_attribute a
            WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """;

    private SourceTables() {}

    /** All of them, sorted as the catalog sorts, the extensions' last; to be called inside of the session's transaction. */
    static List<SourceTable> of(SnapshotSession session) throws SQLException {
        Map<ObjectId, Long> locked = new HashMap<>();
        session.tables().forEach(table -> locked.put(table.id(), table.oid()));
        Map<Long, TableSize> sizes = sizes(session.connection(), List.copyOf(locked.values()));
        List<SourceTable> tables = new ArrayList<>();
        for (Table table : session.catalog().tables()) {
            long oid = requireLocked(table.id(), locked);
            tables.add(table(oid, table.id(), loadInto(table), columns(table), null, sizes));
        }
        for (ExtensionConfiguration configuration : session.catalog().configurations()) {
            ObjectId id = configuration.relation();
            if (id.kind() == ObjectKind.TABLE) {
                long oid = requireLocked(id, locked);
                List<Column> columns = columns(session.connection(), oid);
                tables.add(table(oid, id, sqlName(id), columns, configuration.condition(), sizes));
            }
        }
        return tables;
    }

    private static long requireLocked(ObjectId table, Map<ObjectId, Long> locked) {
        Long oid = locked.get(table);
        if (oid == null) {
            throw new IllegalStateException(table + " is in the catalog but not locked");
        }
        return oid;
    }

    private static SourceTable table(
            long oid,
            ObjectId id,
            String loadInto,
            List<Column> columns,
            @Nullable String condition,
            Map<Long, TableSize> sizes) {
        TableSize size = Objects.requireNonNull(sizes.get(oid), "a locked table has a size");
        return new SourceTable(oid, schema(id), id.name(), loadInto, columns, condition, size);
    }

    /** Of rows that go through a root in the order of the names, since partitions may have their columns in orders of their own. */
    private static List<Column> columns(Table table) {
        return table.loadRoot() == null
                ? table.columns()
                : table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList();
    }

    private static String loadInto(Table table) {
        return sqlName(table.loadRoot() == null ? table.id() : table.loadRoot());
    }

    private static String sqlName(ObjectId table) {
        return SqlText.name(schema(table), table.name());
    }

    private static String schema(ObjectId table) {
        return Objects.requireNonNull(table.schema(), "a table lies in a schema");
    }

    private static Map<Long, TableSize> sizes(Connection connection, List<Long> oids) throws SQLException {
        Map<Long, TableSize> sizes = new HashMap<>();
        try (var statement = connection.prepareStatement(SIZES)) {
            statement.setArray(1, connection.createArrayOf("oid", oids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sizes.put(rows.getLong(1), new TableSize(rows.getLong(2), rows.getLong(3), rows.getBoolean(4)));
                }
            }
        }
        return sizes;
    }

    private static List<Column> columns(Connection connection, long table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setLong(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
        }
        return columns;
    }
}
