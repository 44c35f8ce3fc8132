package dev.migrator.it.crash;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** A database each statement of which passes the crash point. */
record CrashingDatabase(Database database, CrashPoint point) implements Database {

    @Override
    public Connection connect() throws SQLException {
        point.before("sql", "connect to " + database.name());
        return CrashingConnection.wrap(database.connect(), point);
    }

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public String server() {
        return database.server();
    }

    @Override
    public Database named(String otherName) {
        return new CrashingDatabase(database.named(otherName), point);
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public String user() {
        return database.user();
    }
}
