package dev.migrator.it.crash;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ForwardingDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** A database each statement of which passes the crash point. */
final class CrashingDatabase extends ForwardingDatabase {

    private final CrashPoint point;

    CrashingDatabase(Database database, CrashPoint point) {
        super(database);
        this.point = point;
    }

    @Override
    public Connection connect() throws SQLException {
        point.before("sql", "connect to " + name());
        return CrashingConnection.wrap(wrapped().connect(), point);
    }

    @Override
    protected Database wrapping(Database other) {
        return new CrashingDatabase(other, point);
    }
}
