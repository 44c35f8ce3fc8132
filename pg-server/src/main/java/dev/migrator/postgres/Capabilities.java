package dev.migrator.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the role of a connection may do on its server and in its database, found out once per database: each fast path asks here and
 * has a plain alternative.
 *
 * @param superuser everything
 * @param createDatabase {@code CREATE DATABASE}
 * @param createRole {@code CREATE ROLE}
 * @param replicaRole {@code SET session_replication_role}, which switches triggers and foreign keys off
 * @param terminate {@code pg_terminate_backend} on sessions of other roles that are not superusers
 * @param bypassRowSecurity reads and writes all rows of tables with row security
 * @param readAllData member of {@code pg_read_all_data}
 * @param createExtension {@code CREATE EXTENSION} for extensions marked as trusted; the others need a superuser
 */
public record Capabilities(
        boolean superuser,
        boolean createDatabase,
        boolean createRole,
        boolean replicaRole,
        boolean terminate,
        boolean bypassRowSecurity,
        boolean readAllData,
        boolean createExtension) {

    private static final String ROLE = """
            SELECT rolsuper,
                   rolsuper OR rolcreatedb,
                   rolsuper OR rolcreaterole,
                   pg_has_role(current_user, 'pg_signal_backend', 'USAGE'),
                   rolsuper OR rolbypassrls,
                   pg_has_role(current_user, 'pg_read_all_data', 'USAGE'),
                   has_database_privilege(current_database(), 'CREATE')
            FROM pg_catalog.pg_roles
            WHERE rolname = current_user
            """;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Asks the server; {@code connection} is in auto-commit mode and is left as it was. */
    public static Capabilities probe(Connection connection) throws SQLException {
        boolean replicaRole = maySetReplicaRole(connection);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ROLE)) {
            row.next();
            return new Capabilities(
                    row.getBoolean(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    replicaRole,
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getBoolean(6),
                    row.getBoolean(7));
        }
    }

    /** Tried, not looked up: cloud providers let roles through that the catalog of 14 does not tell apart. */
    private static boolean maySetReplicaRole(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL session_replication_role = replica");
            return true;
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
