package com.example.supportdesk;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The conversation on a ticket, oldest first. */
final class Comments {

    record Comment(long id, long ticketId, String author, String body, Instant createdAt) {}

    record NewComment(String author, String body) {}

    private static final String COLUMNS = "id, ticket_id, author, body, created_at";

    private final Database database;

    Comments(Database database) {
        this.database = database;
    }

    void addTo(Router router) {
        router.get("/tickets/{id}/comments", this::list).post("/tickets/{id}/comments", this::add);
    }

    private Response list(Request request) throws SQLException {
        String sql = "SELECT %s FROM comment WHERE ticket_id = ? ORDER BY created_at, id".formatted(COLUMNS);
        return Response.ok(database.query(sql, Comments::read, request.pathId()));
    }

    /** The trigger on the table moves the ticket to the top, and opens it again where it was finished. */
    private Response add(Request request) throws IOException, SQLException {
        NewComment comment = request.json(NewComment.class);
        String sql = "INSERT INTO comment (ticket_id, author, body) VALUES (?, ?, ?) RETURNING %s".formatted(COLUMNS);
        return database.queryOne(sql, Comments::read, request.pathId(), comment.author(), comment.body())
                .map(Response::created)
                .orElseThrow();
    }

    private static Comment read(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getLong("ticket_id"),
                row.getString("author"),
                row.getString("body"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
