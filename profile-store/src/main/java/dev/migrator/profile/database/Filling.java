package dev.migrator.profile.database;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** What a new database is filled with: a snapshot, or scripts. */
@FunctionalInterface
public interface Filling {

    /**
     * Checks what must be on the server before a database is made: roles, extensions. Changes nothing.
     *
     * @param server a connection to the server's maintenance database, in auto-commit mode
     * @param target the database that will be replaced, for messages
     * @throws dev.migrator.error.MigratorException where the server lacks something
     */
    default void check(Connection server, Database target) throws SQLException {}

    /**
     * Makes what belongs to the server rather than to a database; called after {@link #check}.
     *
     * @param server a connection to the server's maintenance database, in auto-commit mode
     */
    default void prepare(Connection server) throws SQLException {}

    /** What the new database must be like as a whole. */
    default DatabaseShape shape() {
        return DatabaseShape.PLAIN;
    }

    /**
     * Fills the database and proves that all arrived. Every connection is closed at the end, since the database is renamed next.
     *
     * @param fresh made from {@code template0}, under a reserved name
     */
    void fill(Database fresh) throws SQLException;
}
