package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends the sessions of a database, again and again until closed, from a thread and a connection of its own. */
final class SessionTerminator implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private final Connection server;
    private final String database;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "migrator-terminate-sessions");
    private volatile @Nullable String refusal;

    private SessionTerminator(Connection server, String database) {
        this.server = server;
        this.database = database;
    }

    static SessionTerminator start(Database target) throws SQLException {
        SessionTerminator terminator = new SessionTerminator(MaintenanceSession.open(target), target.name());
        terminator.thread.setDaemon(true);
        terminator.thread.start();
        return terminator;
    }

    /** What the server said when it did not let us; empty while all went well. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    private void run() {
        try {
            do {
                Sessions.terminate(server, database);
            } while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (SQLException e) {
            refusal = ServerRefusal.of(e).message();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        closed.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }
}
