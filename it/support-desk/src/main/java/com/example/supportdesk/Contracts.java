package com.example.supportdesk;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The signed contract of a customer: a scan, kept as a large object. */
final class Contracts {

    record Contract(long customerId, LocalDate signedOn, String sha256) {}

    private final Database database;

    Contracts(Database database) {
        this.database = database;
    }

    void addTo(Router router) {
        router.get("/contracts", this::list)
                .get("/customers/{id}/contract", this::download)
                .put("/customers/{id}/contract", this::store);
    }

    private Response list(Request request) throws SQLException {
        String sql = """
                SELECT customer_id, signed_on, encode(scan_sha256, 'hex') AS sha256
                  FROM contract
                 ORDER BY customer_id
                """;
        return Response.ok(database.query(sql, Contracts::read));
    }

    private Response download(Request request) throws SQLException {
        String sql = "SELECT lo_get(scan) FROM contract WHERE customer_id = ?";
        return database.queryOne(sql, row -> row.getBytes(1), request.pathId())
                .map(scan -> Response.bytes(200, "application/octet-stream", scan))
                .orElseThrow(() -> HttpProblem.notFound("contract of customer " + request.pathId()));
    }

    /** A contract is signed once; to store a second one for the same customer is refused by the primary key. */
    private Response store(Request request) throws IOException, SQLException {
        String sql = """
                INSERT INTO contract (customer_id, signed_on, scan, scan_sha256)
                SELECT ?, current_date, lo_from_bytea(0, scan), sha256(scan)
                  FROM (SELECT ?::bytea AS scan) AS request
                RETURNING customer_id, signed_on, encode(scan_sha256, 'hex') AS sha256
                """;
        byte[] scan = request.body().readAllBytes();
        return database.queryOne(sql, Contracts::read, request.pathId(), scan)
                .map(Response::created)
                .orElseThrow();
    }

    private static Contract read(ResultSet row) throws SQLException {
        return new Contract(
                row.getLong("customer_id"), row.getObject("signed_on", LocalDate.class), row.getString("sha256"));
    }
}
