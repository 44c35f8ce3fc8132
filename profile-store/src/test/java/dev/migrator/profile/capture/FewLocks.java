package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** A server whose table of locks is nearly full: a session holds all places but a few. */
final class FewLocks {

    private FewLocks() {}

    /** Does something while only so many places are left. */
    static void leave(int places, Database database, Runnable work) {
        try (Connection holder = database.connect()) {
            fill(holder);
            Sql.run(holder, "SELECT count(pg_advisory_unlock(i)) FROM generate_series(1, " + places + ") i");
            work.run();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What was locked before the table was full stays locked. */
    private static void fill(Connection holder) throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute("SELECT count(pg_advisory_lock(i)) FROM generate_series(1, 1000000) i");
            throw new AssertionError("the table of locks is larger than thought");
        } catch (SQLException e) {
            if (!"53200".equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
