package dev.migrator.testing;

import dev.migrator.postgres.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/**
 * The rows of every table and populated materialized view of a database, sorted by their text, so that databases of any two servers can be compared.
 * A partitioned table is read as one, since rows may lie in other partitions elsewhere.
 *
 * @param tables for each by its qualified name, how many rows it has
 * @param digests for each, the SHA-256 of its sorted rows
 */
public record SortedRows(Map<String, Long> tables, Map<String, String> digests) {

    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname), c.relkind = 'r'
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND c.relispopulated AND NOT c.relispartition
              AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
            """;

    /** Reads them all. */
    public static SortedRows of(Database database) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = database.connect()) {
            for (String table : tables(connection)) {
                MessageDigest sha256 = sha256();
                // COPY ends every row with a line end and escapes those inside.
                String copy = "COPY (SELECT r::text FROM " + table + " r ORDER BY r::text COLLATE \"C\") TO STDOUT";
                try (OutputStream digesting = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
                    counts.put(
                            table,
                            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, digesting));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                digests.put(table, HexFormat.of().formatHex(sha256.digest()));
            }
        }
        return new SortedRows(counts, digests);
    }

    /** How many rows there are in all. */
    public long total() {
        return tables.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                // An heir's rows are read with the heir; a partition's with the partitioned table.
                tables.add((row.getBoolean(2) ? "ONLY " : "") + row.getString(1));
            }
        }
        return tables;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
