package com.example.supportdesk;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Who writes to the support desk. */
final class Customers {

    record Customer(long id, String name, String email, String emailDomain, String phone, Instant createdAt) {}

    record NewCustomer(String name, String email, String phone) {}

    private static final String COLUMNS = "id, name, email, email_domain, phone, created_at";

    private final Database database;

    Customers(Database database) {
        this.database = database;
    }

    void addTo(Router router) {
        router.get("/customers", this::find).post("/customers", this::create).get("/customers/{id}", this::get);
    }

    private Response find(Request request) throws SQLException {
        String sql = """
                SELECT %s
                  FROM customer
                 WHERE name = coalesce(?, name)
                   AND email_domain = coalesce(?, email_domain)
                 ORDER BY id
                """.formatted(COLUMNS);
        return Response.ok(database.query(sql, Customers::read, request.query("name"), request.query("domain")));
    }

    private Response get(Request request) throws SQLException {
        String sql = "SELECT %s FROM customer WHERE id = ?".formatted(COLUMNS);
        return database.queryOne(sql, Customers::read, request.pathId())
                .map(Response::ok)
                .orElseThrow(() -> HttpProblem.notFound("customer " + request.pathId()));
    }

    private Response create(Request request) throws IOException, SQLException {
        NewCustomer customer = request.json(NewCustomer.class);
        String sql = "INSERT INTO customer (name, email, phone) VALUES (?, ?, ?) RETURNING %s".formatted(COLUMNS);
        return database.queryOne(sql, Customers::read, customer.name(), customer.email(), customer.phone())
                .map(Response::created)
                .orElseThrow();
    }

    private static Customer read(ResultSet row) throws SQLException {
        return new Customer(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("email_domain"),
                row.getString("phone"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
