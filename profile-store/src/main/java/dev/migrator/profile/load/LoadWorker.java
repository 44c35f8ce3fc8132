package dev.migrator.profile.load;

import dev.migrator.catalog.DdlPlan;
import dev.migrator.postgres.Database;
import dev.migrator.profile.internal.Crew;
import dev.migrator.profile.internal.CutConnection;
import dev.migrator.profile.internal.Worker;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One of the connections that fill a new database side by side. Nobody else sees that database and a failed restore drops it, so commits
 * need not wait for the disk. Tables of the snapshot get their triggers when their rows are there; what has triggers before (tables of
 * extensions, and the database itself once it has event triggers) is kept quiet by the replica role, where the role may take it.
 */
final class LoadWorker implements Worker<Job> {

    private static final String SETTINGS = DdlPlan.SESSION + "; SET synchronous_commit = off; SET jit = off";

    private static final String REPLICA = "; SET session_replication_role = replica";

    private final Database fresh;
    private final Connection connection;

    private LoadWorker(Database fresh, boolean replicaRole) {
        this.fresh = fresh;
        try {
            this.connection = connect(fresh, replicaRole ? SETTINGS + REPLICA : SETTINGS);
        } catch (SQLException e) {
            throw ofTheDatabase(e);
        }
    }

    /**
     * So many of them.
     *
     * @param replicaRole whether the role may set session_replication_role
     */
    static Crew<Job> crew(Database fresh, boolean replicaRole, int size) {
        return new Crew<>(
                "restore of " + fresh.name(),
                size,
                () -> new LoadWorker(fresh, replicaRole),
                () -> new RestoreException.Stopped(fresh.name()));
    }

    @Override
    public void work(Job job) {
        try {
            job.run(connection);
        } catch (SQLException e) {
            throw RestoreException.inWords(e, job.subject(), fresh);
        }
    }

    @Override
    public void abort() {
        CutConnection.cut(connection);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw ofTheDatabase(e);
        }
    }

    private RuntimeException ofTheDatabase(SQLException e) {
        return RestoreException.inWords(e, "database " + fresh.name(), fresh);
    }

    private static Connection connect(Database fresh, String settings) throws SQLException {
        Connection connection = fresh.connect();
        try (var statement = connection.createStatement()) {
            statement.execute(settings);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
