package dev.migrator.profile.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What tells one database on one server from all others, however it was reached: two URLs with different hosts can lead to one database.
 *
 * @param cluster the identifier that initdb gave; standbys and copies of the data directory share it
 * @param started when the server process began, to the microsecond; another one for a standby or a copy
 * @param standby whether the server replays another one's changes
 * @param database the database's OID
 */
record ServerIdentity(long cluster, String started, boolean standby, long database) {

    private static final String QUERY = """
            SELECT (SELECT system_identifier FROM pg_catalog.pg_control_system()),
                   pg_catalog.pg_postmaster_start_time(),
                   pg_catalog.pg_is_in_recovery(),
                   oid::bigint
            FROM pg_catalog.pg_database
            WHERE datname = ?
            """;

    /** @throws SQLException where there is no such database too */
    static ServerIdentity of(Connection server, String database) throws SQLException {
        try (var query = server.prepareStatement(QUERY)) {
            query.setString(1, database);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("no database " + database);
                }
                return new ServerIdentity(row.getLong(1), row.getString(2), row.getBoolean(3), row.getLong(4));
            }
        }
    }

    /**
     * Whether a change of the one is a change of the other: one database, or one that is streamed to the other. A promoted copy of a data
     * directory is a database of its own.
     */
    boolean sameAs(ServerIdentity other) {
        return cluster == other.cluster
                && database == other.database
                && (started.equals(other.started) || standby || other.standby);
    }
}
