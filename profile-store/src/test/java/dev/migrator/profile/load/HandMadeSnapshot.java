package dev.migrator.profile.load;

import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogReader;
import dev.migrator.catalog.Column;
import dev.migrator.catalog.ExtensionConfiguration;
import dev.migrator.catalog.ObjectId;
import dev.migrator.catalog.ObjectKind;
import dev.migrator.catalog.Table;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.SqlText;
import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.RowsDigest;
import dev.migrator.profile.manifest.SequenceState;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.media.MemoryChunks;
import dev.migrator.profile.store.Chunk;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** A snapshot of a small database, taken without any of what makes a real capture safe: a chunk for every so many rows. */
final class HandMadeSnapshot {

    static final int ROWS_A_CHUNK = 3;

    final MemoryChunks chunks = new MemoryChunks();
    private final Connection connection;

    private HandMadeSnapshot(Connection connection) {
        this.connection = connection;
    }

    /** A manifest with the chunks that it names. */
    record Taken(Manifest manifest, MemoryChunks chunks) {}

    static Taken of(Database source) throws SQLException {
        try (Connection connection = source.connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            }
            HandMadeSnapshot snapshot = new HandMadeSnapshot(connection);
            return new Taken(snapshot.take(), snapshot.chunks);
        }
    }

    private Manifest take() throws SQLException {
        Catalog catalog = CatalogReader.read(connection);
        List<TableContent> tables = new ArrayList<>();
        for (Table table : catalog.tables()) {
            tables.add(content(table));
        }
        for (ExtensionConfiguration configuration : catalog.configurations()) {
            if (configuration.relation().kind() == ObjectKind.TABLE) {
                tables.add(content(configuration));
            }
        }
        return new Manifest(
                Manifest.FORMAT,
                List.of(),
                "test",
                "customer1",
                Instant.now(),
                null,
                new Manifest.MaskingRecord("none", null),
                null,
                catalog,
                tables,
                sequences(catalog),
                largeObjects(),
                List.of());
    }

    private TableContent content(Table table) throws SQLException {
        List<String> columns = table.columns().stream()
                .filter(column -> !column.generated())
                .map(Column::name)
                .toList();
        String name = SqlText.name(table.schema(), table.name());
        ObjectId root = table.loadRoot();
        List<String> ordered =
                root == null ? columns : columns.stream().sorted().toList();
        return content(
                table.schema(),
                table.name(),
                root == null ? name : SqlText.name(root.schema(), root.name()),
                ordered,
                null,
                "COPY " + name + list(ordered) + " TO STDOUT");
    }

    private TableContent content(ExtensionConfiguration configuration) throws SQLException {
        ObjectId id = configuration.relation();
        String name = SqlText.name(id.schema(), id.name());
        String condition = configuration.condition();
        List<String> columns = columns(name);
        String names = list(columns).replaceAll("^ \\(|\\)$", "");
        return content(
                id.schema(),
                id.name(),
                name,
                columns,
                condition,
                "COPY (SELECT " + names + " FROM " + name + (condition == null ? "" : " " + condition) + ") TO STDOUT");
    }

    private TableContent content(
            String schema, String name, String loadInto, List<String> columns, String condition, String copy)
            throws SQLException {
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        RowsDigest digest = new RowsDigest();
        List<Chunk> pieces = new ArrayList<>();
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        long bytes = 0;
        long inBuffer = 0;
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            digest.add(row, 0, row.length - 1);
            buffer.writeBytes(row);
            bytes += row.length;
            if (++inBuffer == ROWS_A_CHUNK) {
                pieces.add(chunks.add(buffer.toByteArray(), inBuffer));
                buffer.reset();
                inBuffer = 0;
            }
        }
        if (inBuffer > 0) {
            pieces.add(chunks.add(buffer.toByteArray(), inBuffer));
        }
        return new TableContent(
                schema, name, loadInto, columns, "text", condition, digest.rows(), bytes, digest.hex(), pieces);
    }

    private List<String> columns(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT attname FROM pg_attribute WHERE attrelid = '" + table
                        + "'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum")) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }

    private List<SequenceState> sequences(Catalog catalog) throws SQLException {
        List<SequenceState> states = new ArrayList<>();
        for (ObjectId id : catalog.sequences()) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT last_value, is_called FROM " + SqlText.name(id.schema(), id.name()))) {
                row.next();
                states.add(new SequenceState(id.schema(), id.name(), row.getLong(1), row.getBoolean(2)));
            }
        }
        return states;
    }

    private List<LargeObject> largeObjects() throws SQLException {
        List<LargeObject> objects = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT oid::bigint, pg_get_userbyid(lomowner), "
                                + "obj_description(oid, 'pg_largeobject'), lo_get(oid) FROM pg_largeobject_metadata ORDER BY oid")) {
            while (row.next()) {
                byte[] bytes = row.getBytes(4);
                objects.add(new LargeObject(
                        row.getLong(1),
                        row.getString(2),
                        List.of(),
                        row.getString(3),
                        bytes.length,
                        bytes.length == 0 ? List.of() : List.of(chunks.add(bytes, 0))));
            }
        }
        return objects;
    }

    private static String list(List<String> columns) {
        return columns.isEmpty()
                ? ""
                : columns.stream().map(SqlText::name).collect(Collectors.joining(", ", " (", ")"));
    }
}
