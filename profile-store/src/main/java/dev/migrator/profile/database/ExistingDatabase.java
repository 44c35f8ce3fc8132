package dev.migrator.profile.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells of a database without a connection to it.
 *
 * @param oid tells it from a later database of the same name
 * @param owned whether the role may do what only its owner may
 * @param comment null where it has none
 */
record ExistingDatabase(
        long oid,
        String name,
        boolean template,
        boolean allowsConnections,
        String owner,
        boolean owned,
        @Nullable String comment) {

    private static final String QUERY = """
            SELECT oid::bigint, datistemplate, datallowconn,
                   pg_catalog.pg_get_userbyid(datdba), pg_catalog.pg_has_role(datdba, 'USAGE'),
                   pg_catalog.shobj_description(oid, 'pg_database')
            FROM pg_catalog.pg_database
            WHERE datname = ?
            """;

    /** @param server a connection to any database of the server */
    static Optional<ExistingDatabase> find(Connection server, String name) throws SQLException {
        try (var query = server.prepareStatement(QUERY)) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new ExistingDatabase(
                                row.getLong(1),
                                name,
                                row.getBoolean(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getString(6)))
                        : Optional.empty();
            }
        }
    }

    Optional<Marker> marker() {
        return Marker.in(comment);
    }
}
