package dev.migrator.profile.load;

import java.sql.Connection;
import java.sql.SQLException;

/** A piece of work that any connection can do, alongside the others. */
interface Job {

    /** What it works on, for messages: {@code table app.orders}. */
    String subject();

    /**
     * Does it.
     *
     * @param connection of this job alone while it runs; in auto-commit mode, and left so
     */
    void run(Connection connection) throws SQLException;
}
