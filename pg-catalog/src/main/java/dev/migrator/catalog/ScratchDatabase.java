package dev.migrator.catalog;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerVersion;
import dev.migrator.postgres.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * An empty database that definitions are run into to see how they read back; dropped when closed. One that a killed process has left
 * behind is known by its name.
 */
public final class ScratchDatabase implements AutoCloseable {

    /** What the names of all scratch databases begin with; no other database may. */
    public static final String PREFIX = "migrator_scratch_";

    private final Database server;
    private final Database scratch;
    private final Set<String> roles = new HashSet<>();
    private final int major;

    private ScratchDatabase(Database server, Database scratch, int major) {
        this.server = server;
        this.scratch = scratch;
        this.major = major;
    }

    /** Creates an empty database on the server that the given database lies on. */
    public static ScratchDatabase create(Database server) throws SQLException {
        String name = prefixFor(server) + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            ScratchDatabase created = new ScratchDatabase(
                    server, server.named(name), ServerVersion.of(connection).major());
            try (var names = statement.executeQuery("SELECT rolname FROM pg_roles")) {
                while (names.next()) {
                    created.roles.add(names.getString(1));
                }
            }
            statement.execute("CREATE DATABASE " + SqlText.name(name) + " TEMPLATE template0");
            return created;
        }
    }

    /**
     * What the names of all scratch databases begin with that are made beside one database, so that whoever has that database for itself can
     * drop those that a killed process has left.
     */
    public static String prefixFor(Database database) {
        return PREFIX + "%08x_".formatted(database.name().hashCode());
    }

    /** The empty database. */
    public Database database() {
        return scratch;
    }

    int major() {
        return major;
    }

    /**
     * Runs a plan; statements that name a role which this server lacks are left out.
     *
     * @throws CatalogException naming the object whose statement fails
     */
    void run(DdlPlan plan) throws SQLException {
        try (Connection connection = scratch.connect();
                var statement = connection.createStatement()) {
            statement.execute(DdlPlan.SESSION);
            for (Statement next : plan.statements()) {
                if (roles.containsAll(next.roles())) {
                    run(statement, next);
                }
            }
        }
    }

    private static void run(java.sql.Statement statement, Statement next) {
        try {
            statement.execute(next.sql());
        } catch (SQLException e) {
            throw new CatalogException(
                    "a definition cannot be run into an empty database, so it cannot be compared",
                    next.object().toString(),
                    "Install on this server what the definition needs (an extension, a library, a collation)",
                    e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            Subscriptions.dropAll(connection, scratch);
            statement.execute("DROP DATABASE IF EXISTS " + SqlText.name(scratch.name()) + " WITH (FORCE)");
        }
    }
}
