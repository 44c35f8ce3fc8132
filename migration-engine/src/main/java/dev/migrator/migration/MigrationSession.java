package dev.migrator.migration;

import dev.migrator.migration.internal.script.Placeholders;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.PoolerGuard;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.postgres.ServerRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A connection that alone may change a database: it holds the lock, the tracking tables are ready, and who it is can be read there. */
final class MigrationSession {

    private final Connection connection;
    private final MigrationSettings settings;
    private final MigrationListener listener;
    private final MigrationRun run;
    private final AttemptLog log;

    private MigrationSession(
            Connection connection, MigrationSettings settings, MigrationListener listener, Supplier<String> blockers)
            throws SQLException {
        this.connection = connection;
        this.settings = settings;
        this.listener = listener;
        this.log = new AttemptLog(connection, settings.trackingSchema());
        this.run = new MigrationRun(
                connection, SessionDefaults.of(connection, settings.limits()), log, listener, blockers);
    }

    /** What is done in a session. */
    interface Work<T> {
        T in(MigrationSession session) throws SQLException;
    }

    /**
     * Does something in a session that nobody else has with this database meanwhile.
     *
     * @param doing in a word, for others who wait
     * @throws MigrationLockedException where somebody else has one and does not end it
     * @throws TrackingException where the tracking tables cannot be made or used
     */
    static <T> T with(
            Database database, MigrationSettings settings, MigrationListener told, String doing, Work<T> work) {
        MigrationListener listener = new UnbreakableListener(told);
        try {
            PoolerGuard.check(database);
            try (Connection connection = database.connect()) {
                String schema = settings.trackingSchema();
                new MigrationLock(connection, schema)
                        .take(
                                database.name(),
                                settings.limits().lockWait(),
                                holder -> listener.on(new MigrationEvent.Waiting(holder)));
                new TrackingTable(schema).prepare(connection);
                MigrationLocks locks = new MigrationLocks(connection, schema);
                locks.enter(doing).forEach(dead -> listener.on(new MigrationEvent.Abandoned(dead)));
                T result;
                try {
                    result = during(database, connection, settings, listener, work);
                } catch (SQLException | RuntimeException e) {
                    leaveIfPossible(locks, e);
                    throw e;
                }
                locks.leave();
                return result;
            }
        } catch (SQLException e) {
            throw inWords(database, settings, e);
        }
    }

    /** Where waiting for a lock has an end, somebody has to know then who was in the way. */
    private static <T> T during(
            Database database,
            Connection connection,
            MigrationSettings settings,
            MigrationListener listener,
            Work<T> work)
            throws SQLException {
        Duration wait = settings.limits().lockTimeout();
        if (wait.isZero()) {
            return work.in(new MigrationSession(connection, settings, listener, () -> ""));
        }
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        try (BlockerWatch watch = new BlockerWatch(database, pid, wait)) {
            return work.in(new MigrationSession(connection, settings, listener, watch::last));
        }
    }

    /** The lock itself ends with the connection; a row that cannot be taken away is cleared by the next run. */
    private static void leaveIfPossible(MigrationLocks locks, Exception failure) {
        try {
            locks.leave();
        } catch (SQLException e) {
            failure.addSuppressed(ServerRefusal.of(e).withoutValues());
        }
    }

    History history() throws SQLException {
        return History.read(connection, settings.trackingSchema());
    }

    /** Keeps what a baseline says is in the database. */
    void recordContained(List<ReplayPlan.Contained> contained) throws SQLException {
        if (contained.isEmpty()) {
            return;
        }
        connection.setAutoCommit(false);
        for (ReplayPlan.Contained file : contained) {
            log.contained(file);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Lets the row that says that a version is applied say what its file says, or that it has none. */
    void correct(Attempt row, @Nullable Migration file, RepairHistory.Repair repair) throws SQLException {
        connection.setAutoCommit(false);
        log.corrected(Objects.requireNonNull(row.version()), file, repair);
        connection.commit();
        connection.setAutoCommit(true);
    }

    Connection connection() {
        return connection;
    }

    /** Reads files as they are going to be read when they run. */
    ChangeCheck check(History history, Findings findings) throws SQLException {
        return new ChangeCheck(
                history, new Placeholders(settings.placeholders()), run.standardConformingStrings(), findings);
    }

    /**
     * Runs files one after another, each again where it lost against others.
     *
     * @throws MigrationFailedException at the first that fails for good
     */
    List<Migrated.Applied> run(List<Change> changes) throws SQLException {
        List<Migrated.Applied> done = new ArrayList<>();
        for (Change change : changes) {
            listener.on(new MigrationEvent.Started(change.filename(), done.size() + 1, changes.size()));
            Duration duration = runPatiently(change);
            done.add(new Migrated.Applied(change.filename(), duration));
            listener.on(new MigrationEvent.Applied(change.filename(), duration));
        }
        return done;
    }

    private Duration runPatiently(Change change) throws SQLException {
        Patience patience = new Patience(settings.limits().retries());
        Change next = change;
        while (true) {
            try {
                return run.run(next);
            } catch (MigrationFailedException failure) {
                Duration pause = patience.pauseAfter(failure.sqlState());
                if (pause == null) {
                    listener.on(new MigrationEvent.Failed(change.filename(), failure.problem()));
                    throw failure;
                }
                listener.on(new MigrationEvent.Retried(change.filename(), failure.problem(), pause));
                Patience.sleep(pause);
                next = change.from(history().resumption(change.operation(), change.version(), change.filename()));
            }
        }
    }

    /** Why a server does not let us track what is done. */
    static RuntimeException inWords(Database database, MigrationSettings settings, SQLException e) {
        return ServerFailureException.in(e, database.server())
                .<RuntimeException>map(failure -> failure)
                .orElseGet(() -> {
                    ServerRefusal refusal = ServerRefusal.of(e);
                    return new TrackingException(
                            "the server refuses to track migrations: " + refusal.message() + " (SQLSTATE "
                                    + refusal.sqlState() + ")",
                            settings.trackingSchema() + "." + TrackingTable.NAME + " in " + database.name(),
                            "Check what the role " + database.user() + " may do there",
                            refusal.withoutValues());
                });
    }
}
