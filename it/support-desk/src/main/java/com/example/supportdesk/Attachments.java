package com.example.supportdesk;

import com.example.supportdesk.UploadDirectory.Upload;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Files that customers send with a ticket: the bytes in the upload directory, a row for each in the database. */
final class Attachments {

    record Attachment(
            long id, long ticketId, String fileName, String path, long sizeBytes, String sha256, Instant uploadedAt) {}

    private static final String COLUMNS =
            "id, ticket_id, file_name, path, size_bytes, encode(sha256, 'hex') AS sha256, uploaded_at";

    private final Database database;
    private final UploadDirectory uploads;

    Attachments(Database database, UploadDirectory uploads) {
        this.database = database;
        this.uploads = uploads;
    }

    void addTo(Router router) {
        router.get("/attachments", this::list)
                .get("/attachments/{id}", this::download)
                .get("/tickets/{id}/attachments", this::ofTicket)
                .put("/tickets/{id}/attachments/{fileName}", this::store);
    }

    private Response list(Request request) throws SQLException {
        String sql = "SELECT %s FROM attachment ORDER BY id".formatted(COLUMNS);
        return Response.ok(database.query(sql, Attachments::read));
    }

    private Response ofTicket(Request request) throws SQLException {
        String sql = "SELECT %s FROM attachment WHERE ticket_id = ? ORDER BY id".formatted(COLUMNS);
        return Response.ok(database.query(sql, Attachments::read, request.pathId()));
    }

    private Response download(Request request) throws SQLException {
        String sql = "SELECT %s FROM attachment WHERE id = ?".formatted(COLUMNS);
        return database.queryOne(sql, Attachments::read, request.pathId())
                .map(attachment -> Response.download(uploads.file(attachment.path()), attachment.fileName()))
                .orElseThrow(() -> HttpProblem.notFound("attachment " + request.pathId()));
    }

    /** The file first, then the row: a row never points to a file that is not there. */
    private Response store(Request request) throws IOException, SQLException {
        String fileName = request.path("fileName");
        Upload upload = uploads.store("ticket-" + request.pathId(), fileName, request.body());
        String sql = """
                INSERT INTO attachment (ticket_id, file_name, path, size_bytes, sha256)
                VALUES (?, ?, ?, ?, ?)
                RETURNING %s
                """.formatted(COLUMNS);
        try {
            return database.queryOne(
                            sql,
                            Attachments::read,
                            request.pathId(),
                            fileName,
                            upload.path(),
                            upload.sizeBytes(),
                            upload.sha256())
                    .map(Response::created)
                    .orElseThrow();
        } catch (SQLException refused) {
            uploads.remove(upload);
            throw refused;
        }
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getLong("ticket_id"),
                row.getString("file_name"),
                row.getString("path"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
