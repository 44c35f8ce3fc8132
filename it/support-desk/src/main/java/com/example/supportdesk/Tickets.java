package com.example.supportdesk;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Tickets: listed most urgent first, searched by word, opened and moved from status to status. */
final class Tickets {

    record Ticket(
            long id,
            long customerId,
            String subject,
            String body,
            String status,
            String priority,
            Instant createdAt,
            Instant updatedAt) {}

    record NewTicket(long customerId, String subject, String body, String priority) {}

    record StatusChange(String status) {}

    private static final String COLUMNS = "id, customer_id, subject, body, status, priority, created_at, updated_at";

    private final Database database;

    Tickets(Database database) {
        this.database = database;
    }

    void addTo(Router router) {
        router.get("/tickets", this::find)
                .post("/tickets", this::create)
                .get("/tickets/{id}", this::get)
                .put("/tickets/{id}/status", this::changeStatus);
    }

    private Response find(Request request) throws SQLException {
        String sql = """
                SELECT %s
                  FROM ticket
                 WHERE status = coalesce(?::ticket_status, status)
                   AND customer_id = coalesce(?, customer_id)
                   AND (?::text IS NULL OR search @@ plainto_tsquery('simple', ?))
                 ORDER BY priority DESC, updated_at DESC, id
                 LIMIT coalesce(?, 50)
                """.formatted(COLUMNS);
        String words = request.query("search");
        List<Ticket> tickets = database.query(
                sql,
                Tickets::read,
                request.query("status"),
                request.queryNumber("customer"),
                words,
                words,
                request.queryNumber("limit"));
        return Response.ok(tickets);
    }

    private Response get(Request request) throws SQLException {
        String sql = "SELECT %s FROM ticket WHERE id = ?".formatted(COLUMNS);
        return database.queryOne(sql, Tickets::read, request.pathId())
                .map(Response::ok)
                .orElseThrow(() -> notFound(request));
    }

    private Response create(Request request) throws IOException, SQLException {
        NewTicket ticket = request.json(NewTicket.class);
        String sql = """
                INSERT INTO ticket (customer_id, subject, body, priority)
                VALUES (?, ?, ?, coalesce(?::ticket_priority, 'normal'))
                RETURNING %s
                """.formatted(COLUMNS);
        return database.queryOne(
                        sql, Tickets::read, ticket.customerId(), ticket.subject(), ticket.body(), ticket.priority())
                .map(Response::created)
                .orElseThrow();
    }

    private Response changeStatus(Request request) throws IOException, SQLException {
        StatusChange change = request.json(StatusChange.class);
        String sql = """
                UPDATE ticket
                   SET status = ?::ticket_status, updated_at = now()
                 WHERE id = ?
                RETURNING %s
                """.formatted(COLUMNS);
        return database.queryOne(sql, Tickets::read, change.status(), request.pathId())
                .map(Response::ok)
                .orElseThrow(() -> notFound(request));
    }

    private static HttpProblem notFound(Request request) {
        return HttpProblem.notFound("ticket " + request.pathId());
    }

    private static Ticket read(ResultSet row) throws SQLException {
        return new Ticket(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("status"),
                row.getString("priority"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
