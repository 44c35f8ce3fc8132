package dev.migrator.profile.database;

import dev.migrator.catalog.DatabaseState;
import dev.migrator.catalog.DatabaseState.Grant;
import dev.migrator.catalog.DatabaseState.RoleSettings;
import dev.migrator.catalog.DatabaseState.Setting;
import dev.migrator.postgres.ServerRefusal;
import dev.migrator.postgres.SqlText;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.event.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What ALTER DATABASE and GRANT … ON DATABASE had set in the source, set again. What the role may not set, or this server does not know,
 * becomes a notice by its name; values stay unsaid, since applications keep secrets there.
 */
final class DatabaseSettings {

    private final Connection server;
    private final String database;
    private final ProgressListener listener;

    /**
     * @param server a connection to another database of the server
     * @param database to set them for
     */
    DatabaseSettings(Connection server, String database, ProgressListener listener) {
        this.server = server;
        this.database = SqlText.name(database);
        this.listener = listener;
    }

    /** All that does not stand in the way of filling the database; sessions opened from now on have it. */
    void apply(DatabaseShape shape) throws SQLException {
        DatabaseState state = shape.state();
        if (state == null) {
            return;
        }
        for (Setting setting : state.settings()) {
            attempt("ALTER DATABASE " + database + " SET " + setting, "setting " + setting.name());
        }
        if (shape.granted()) {
            for (RoleSettings of : state.roleSettings()) {
                String role = "ALTER ROLE " + SqlText.name(of.role()) + " IN DATABASE " + database + " SET ";
                for (Setting setting : of.settings()) {
                    attempt(role + setting, "setting " + setting.name() + " of role " + of.role());
                }
            }
            for (Grant grant : state.grants()) {
                attempt(
                        grant.before() + " " + database + " " + grant.after(),
                        "a privilege on the database (" + grant.before() + " … " + grant.after() + ")");
            }
        }
    }

    /** The last that is done to a database before it takes the target's name. */
    void finish(DatabaseShape shape, Marker marker) throws SQLException {
        DatabaseState state = shape.state();
        if (state != null && state.connectionLimit() >= 0) {
            execute("ALTER DATABASE " + database + " CONNECTION LIMIT " + state.connectionLimit());
        }
        comment(marker.addedTo(state == null ? null : state.comment()));
    }

    void comment(@Nullable String text) throws SQLException {
        execute("COMMENT ON DATABASE " + database + " IS " + (text == null ? "NULL" : SqlText.literal(text)));
    }

    private void attempt(String sql, String what) throws SQLException {
        try {
            execute(sql);
        } catch (SQLException e) {
            if (server.isClosed()) {
                throw e;
            }
            ServerRefusal refusal = ServerRefusal.of(e);
            listener.on(
                    new Notice("not restored: " + what + ": " + refusal.message() + " (" + refusal.sqlState() + ")"));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute(sql);
        }
    }
}
