package dev.migrator.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets one session at a time migrate a database: an advisory lock of the session that migrates, keyed by the tracking schema, so that it
 * ends with the session, however that ends.
 */
final class MigrationLock {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final String HOLDER = """
            SELECT l.pid, coalesce(a.application_name, ''), a.usename, a.backend_start
            FROM pg_catalog.pg_locks l
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
              AND l.classid::bigint << 32 | l.objid::bigint = ?
            """;

    private final Connection connection;
    private final long key;

    MigrationLock(Connection connection, String trackingSchema) {
        this.connection = connection;
        this.key = key(trackingSchema);
    }

    /**
     * Takes the lock for the rest of the session.
     *
     * <p>Asks again and again instead of waiting in the server: a statement that waits keeps a snapshot, and whoever holds the lock and
     * builds an index concurrently would wait for that snapshot in turn.
     *
     * @param waiting told once who has the lock, if somebody has
     * @throws MigrationLockedException when somebody else still has it after {@code wait}
     */
    void take(String database, Duration wait, Consumer<LockHolder> waiting) throws SQLException {
        Instant end = Instant.now().plus(wait);
        Duration pause = FIRST_PAUSE;
        boolean told = false;
        while (!tryToTake()) {
            Optional<LockHolder> holder = holder();
            if (holder.isPresent()) {
                if (!Instant.now().isBefore(end)) {
                    throw new MigrationLockedException(database, holder.get(), wait);
                }
                if (!told) {
                    waiting.accept(holder.get());
                    told = true;
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean tryToTake() throws SQLException {
        try (var query = connection.prepareStatement("SELECT pg_catalog.pg_try_advisory_lock(?)")) {
            query.setLong(1, key);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Empty when it has just been released. */
    private Optional<LockHolder> holder() throws SQLException {
        try (var query = connection.prepareStatement(HOLDER)) {
            query.setLong(1, key);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Timestamp since = row.getTimestamp(4);
                return Optional.of(new LockHolder(
                        row.getInt(1), row.getString(2), row.getString(3), since == null ? null : since.toInstant()));
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another migration to end", e);
        }
    }

    private static long key(String trackingSchema) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("migrator/migrations/" + trackingSchema).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
