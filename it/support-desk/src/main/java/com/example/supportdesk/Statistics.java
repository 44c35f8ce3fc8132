package com.example.supportdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How busy each customer keeps the desk, as the view {@code customer_activity} counts it. */
final class Statistics {

    record Activity(
            long customerId,
            String name,
            long tickets,
            long unfinishedTickets,
            long urgentTickets,
            long comments,
            Instant lastActivity) {}

    private final Database database;

    Statistics(Database database) {
        this.database = database;
    }

    void addTo(Router router) {
        router.get("/statistics", this::list);
    }

    private Response list(Request request) throws SQLException {
        String sql = """
                SELECT customer_id, name, tickets, unfinished_tickets, urgent_tickets, comments, last_activity
                  FROM customer_activity
                 WHERE customer_id = coalesce(?, customer_id)
                 ORDER BY tickets DESC, customer_id
                """;
        return Response.ok(database.query(sql, Statistics::read, request.queryNumber("customer")));
    }

    private static Activity read(ResultSet row) throws SQLException {
        return new Activity(
                row.getLong("customer_id"),
                row.getString("name"),
                row.getLong("tickets"),
                row.getLong("unfinished_tickets"),
                row.getLong("urgent_tickets"),
                row.getLong("comments"),
                Optional.ofNullable(row.getObject("last_activity", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
