package dev.migrator.profile.load;

import dev.migrator.catalog.DdlPlan;
import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How connections are set that fill a new database. Nobody else sees that database and a failed restore drops it, so commits need not wait
 * for the disk. Tables of the snapshot get their triggers when their rows are there; what has triggers before (tables of extensions, and
 * the database itself once it has event triggers) is kept quiet by the replica role, where the role may take it.
 *
 * @param replicaRole whether the role may set session_replication_role
 */
record LoadSession(boolean replicaRole) {

    private static final String SETTINGS = DdlPlan.SESSION + "; SET synchronous_commit = off; SET jit = off";

    Connection open(Database fresh) throws SQLException {
        Connection connection = fresh.connect();
        try (var statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            if (replicaRole) {
                statement.execute("SET session_replication_role = replica");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
