package dev.migrator.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a database says about the migrations that it has seen. Immutable. */
public final class History {

    private final List<Attempt> attempts;
    private final Map<List<Object>, Resumption> resumptions;

    /** A history of attempts none of which has to be resumed. */
    History(List<Attempt> attempts) {
        this(attempts, Map.of());
    }

    private History(List<Attempt> attempts, Map<List<Object>, Resumption> resumptions) {
        this.attempts = List.copyOf(attempts);
        this.resumptions = Map.copyOf(resumptions);
    }

    /**
     * Reads it, by a number of queries that does not depend on how long it is.
     *
     * @param schema the schema of the tracking table; it need not exist
     */
    public static History read(Connection connection, String schema) throws SQLException {
        String from = TrackingTable.attempts(connection, schema);
        if (from == null) {
            return new History(List.of());
        }
        List<Attempt> attempts = new ArrayList<>();
        Map<List<Object>, Resumption> resumptions = new HashMap<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT operation, version, filename, checksum, applied_at, execution_time_ms, success, error_message,
                               undone, statements_done, statements_digest, interrupted
                        FROM %s
                        ORDER BY id
                        """.formatted(from))) {
            while (row.next()) {
                Attempt attempt = attempt(row);
                attempts.add(attempt);
                resumptions.put(
                        key(attempt.operation(), attempt.version(), attempt.filename()), resumption(attempt, row));
            }
        }
        return new History(attempts, resumptions);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        String version = row.getString("version");
        return new Attempt(
                Operation.of(row.getString("operation")),
                version == null ? null : new MigrationVersion(version),
                row.getString("filename"),
                row.getString("checksum"),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("execution_time_ms")),
                row.getBoolean("success"),
                row.getString("error_message"),
                row.getBoolean("undone"),
                row.getLong("statements_done"));
    }

    private static Resumption resumption(Attempt attempt, ResultSet row) throws SQLException {
        return attempt.success()
                ? Resumption.FROM_THE_START
                : new Resumption(
                        attempt.statementsDone(), row.getString("statements_digest"), row.getBoolean("interrupted"));
    }

    /** All rows, in the order in which they were made; empty for a database that tracks nothing. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** Those that say what is in the database, ascending by version. */
    public List<Attempt> applied() {
        return attempts.stream()
                .filter(Attempt::isApplied)
                .sorted(Comparator.comparing(attempt -> Objects.requireNonNull(attempt.version())))
                .toList();
    }

    /** The highest version that is in the database. */
    public Optional<MigrationVersion> newest() {
        List<Attempt> applied = applied();
        return applied.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(applied.get(applied.size() - 1).version());
    }

    /** The checksum with which a repeatable file was last run; empty where it never was. */
    Optional<String> lastRepeated(String filename) {
        return attempts.stream()
                .filter(attempt -> attempt.operation() == Operation.REPEATABLE
                        && attempt.success()
                        && attempt.filename().equals(filename))
                .reduce((earlier, later) -> later)
                .map(Attempt::checksum);
    }

    /** Where to go on with a file, which may have got another name meanwhile. */
    Resumption resumption(Operation operation, @Nullable MigrationVersion version, String filename) {
        return resumptions.getOrDefault(key(operation, version, filename), Resumption.FROM_THE_START);
    }

    private static List<Object> key(Operation operation, @Nullable MigrationVersion version, String filename) {
        return List.of(operation, version == null ? filename : version);
    }
}
