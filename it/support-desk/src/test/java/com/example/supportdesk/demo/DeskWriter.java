package com.example.supportdesk.demo;

import com.example.supportdesk.demo.MadeUpDesk.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Writes what was made up into an empty database, in the order in which a year at the support desk would have. */
final class DeskWriter {

    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private final Connection connection;

    DeskWriter(Connection connection) {
        this.connection = connection;
    }

    void write(String schema, MadeUpDesk desk, Map<String, byte[]> files) throws SQLException {
        execute(schema);
        customers(desk);
        tickets(desk);
        comments(desk);
        attachments(List.copyOf(files.entrySet()));
        contracts();
        // Spam, deleted again: the sequence has used up numbers that no row bears.
        execute("""
                INSERT INTO ticket (customer_id, subject, body)
                SELECT 1, 'Win a prize', 'Click here.' FROM generate_series(1, %d);
                DELETE FROM ticket WHERE subject = 'Win a prize';
                """.formatted(MadeUpDesk.DELETED_IDS.size()));
    }

    private void customers(MadeUpDesk desk) throws SQLException {
        String sql = "INSERT INTO customer (name, email, phone, created_at) VALUES (?, ?, ?, ?)";
        batch(sql, desk.customers(), (to, customer) -> {
            to.setString(1, customer.name());
            to.setString(2, customer.email());
            to.setString(3, customer.phone());
            to.setObject(4, timestamp(customer.createdAt()));
        });
    }

    private void tickets(MadeUpDesk desk) throws SQLException {
        String sql = "INSERT INTO ticket (customer_id, subject, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?)";
        batch(sql, desk.tickets(), (to, ticket) -> {
            to.setLong(1, ticket.customerId());
            to.setString(2, ticket.subject());
            to.setString(3, ticket.body());
            to.setObject(4, timestamp(ticket.createdAt()));
            to.setObject(5, timestamp(ticket.createdAt()));
        });
    }

    /** The comments, then the statuses: the other way round the trigger would open what is finished. */
    private void comments(MadeUpDesk desk) throws SQLException {
        String comment = "INSERT INTO comment (ticket_id, author, body, created_at) VALUES (?, ?, ?, ?)";
        batch(comment, desk.comments(), (to, row) -> {
            to.setLong(1, row.ticketId());
            to.setString(2, row.author());
            to.setString(3, row.body());
            to.setObject(4, timestamp(row.createdAt()));
        });
        List<Integer> places = IntStream.range(0, desk.tickets().size()).boxed().toList();
        batch("UPDATE ticket SET status = ?::ticket_status WHERE id = ?", places, (to, place) -> {
            Request ticket = desk.tickets().get(place);
            to.setString(1, ticket.status());
            to.setLong(2, place + 1L);
        });
    }

    private void attachments(List<Map.Entry<String, byte[]>> files) throws SQLException {
        String sql = "INSERT INTO attachment (ticket_id, file_name, path, size_bytes, sha256) VALUES (?, ?, ?, ?, ?)";
        List<Integer> places = IntStream.range(0, files.size()).boxed().toList();
        batch(sql, places, (to, place) -> {
            String path = files.get(place).getKey();
            byte[] bytes = files.get(place).getValue();
            to.setLong(1, place + 1L);
            to.setString(2, path.substring(path.lastIndexOf('/') + 1));
            to.setString(3, path);
            to.setLong(4, bytes.length);
            to.setBytes(5, sha256(bytes));
        });
    }

    /** The first customers have signed; the first scan takes many of the 2 kB pages that PostgreSQL cuts a large object into. */
    private void contracts() throws SQLException {
        String sql =
                "INSERT INTO contract (customer_id, signed_on, scan, scan_sha256) VALUES (?, ?, lo_from_bytea(0, ?), ?)";
        Random random = new Random(CustomerOne.SEED);
        List<Integer> places = IntStream.range(0, MadeUpDesk.CONTRACTS).boxed().toList();
        batch(sql, places, (to, place) -> {
            byte[] scan = MadeUpFiles.noise(random, place == 0 ? 1_500_000 : random.nextInt(50_000));
            to.setLong(1, place + 1L);
            to.setObject(2, LocalDate.of(2025, 1 + place, 1));
            to.setBytes(3, scan);
            to.setBytes(4, sha256(scan));
        });
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> void batch(String sql, List<T> rows, Binder<T> binder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
