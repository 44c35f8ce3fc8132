package dev.migrator.profile.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.internal.RecordJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sign that a database was made by migrator: the last line of its comment. A comment can be set by the database's owner, survives a
 * rename and is no part of the schema.
 *
 * @param profile what was restored
 * @param snapshot its id, 64 hexadecimal digits; null for a profile that lies in Git
 * @param restoredAt when, UTC, as ISO 8601
 * @param restore identifies the run, so that media folders know whether the database that they belong to is there
 */
public record Marker(String profile, @Nullable String snapshot, String restoredAt, String restore) {

    private static final String SIGN = "migrator: ";
    private static final JsonMapper JSON = RecordJson.mapper();

    /** The marker of a run that begins now. */
    public static Marker now(ProfileName profile, @Nullable SnapshotId snapshot) {
        return new Marker(
                profile.value(),
                snapshot == null ? null : snapshot.sha256(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                UUID.randomUUID().toString());
    }

    /**
     * The marker of a database, which need not accept connections.
     *
     * @param connection to any database of the server
     * @return empty where there is no such database, or it was not made by migrator
     */
    public static Optional<Marker> read(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT pg_catalog.shobj_description(oid, 'pg_database')
                FROM pg_catalog.pg_database
                WHERE datname = ?
                """)) {
            query.setString(1, database);
            try (var row = query.executeQuery()) {
                return row.next() ? in(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** The marker at the end of a database's comment. */
    public static Optional<Marker> in(@Nullable String comment) {
        String last = comment == null ? "" : comment.substring(comment.lastIndexOf('\n') + 1);
        if (!last.startsWith(SIGN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(last.substring(SIGN.length()), Marker.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A database's comment as its owner wrote it; null where nothing but the marker was there. */
    public static @Nullable String strip(@Nullable String comment) {
        if (comment == null || in(comment).isEmpty()) {
            return comment;
        }
        int end = comment.lastIndexOf('\n');
        return end < 0 ? null : comment.substring(0, end);
    }

    /** The comment with this marker as its last line. */
    public String addedTo(@Nullable String comment) {
        String own = strip(comment);
        try {
            String line = SIGN + JSON.writeValueAsString(this);
            return own == null ? line : own + '\n' + line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts is always JSON", e);
        }
    }
}
