package dev.migrator.profile.load;

import dev.migrator.postgres.Capabilities;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sees to it, before anything is made, that the server has the roles that a plan names. Not safe for use by several threads. */
final class RolesOnServer {

    private static final String EXISTING = "SELECT rolname::text FROM pg_catalog.pg_roles WHERE rolname = ANY (?)";
    private static final String MINE = EXISTING + " AND pg_catalog.pg_has_role(oid, 'MEMBER')";
    private static final String SETTABLE = EXISTING + " AND pg_catalog.pg_has_role(oid, 'SET')";

    private final Connection server;

    /** @param server in auto-commit mode, to any database of the server */
    RolesOnServer(Connection server) {
        this.server = server;
    }

    /**
     * Changes nothing.
     *
     * @param target for messages
     * @throws RestoreException where roles or rights are missing
     */
    void check(NamedRoles roles, AccessPolicy access, Database target) throws SQLException {
        SortedSet<String> missing = withoutThose(roles.all(), EXISTING);
        if (!missing.isEmpty() && !access.createMissing()) {
            throw new RestoreException.RolesMissing(missing, target.server(), access.keepsRoles());
        }
        if (!missing.isEmpty() && !Capabilities.probe(server).createRole()) {
            throw new RestoreException.RolesForbidden(missing, target.user());
        }
        boolean setOption = ServerVersion.of(server).atLeast(16);
        SortedSet<String> forbidden = withoutThose(roles.owners(), setOption ? SETTABLE : MINE);
        forbidden.removeAll(missing);
        if (!forbidden.isEmpty()) {
            throw new RestoreException.OwnersForbidden(forbidden, target.user());
        }
    }

    /** Creates those that the server lacks, without the right to log in. */
    void createMissing(NamedRoles roles) throws SQLException {
        boolean superuser = Capabilities.probe(server).superuser();
        try (var statement = server.createStatement()) {
            for (String role : withoutThose(roles.all(), EXISTING)) {
                statement.execute("CREATE ROLE " + SqlText.name(role) + " NOLOGIN");
                if (!superuser) {
                    // Who creates a role may grant it, and needs it to give it objects.
                    statement.execute("GRANT " + SqlText.name(role) + " TO CURRENT_USER");
                }
            }
        }
    }

    private SortedSet<String> withoutThose(SortedSet<String> roles, String query) throws SQLException {
        SortedSet<String> left = new TreeSet<>(roles);
        try (var statement = server.prepareStatement(query)) {
            statement.setArray(1, server.createArrayOf("text", roles.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    left.remove(row.getString(1));
                }
            }
        }
        return left;
    }
}
