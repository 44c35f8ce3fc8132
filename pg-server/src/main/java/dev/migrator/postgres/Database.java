package dev.migrator.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database that can be connected to: every SQL statement of the product passes a connection from here, so that a test can wrap it.
 *
 * <p>Implementations are immutable and safe for use by several threads; each call opens a connection of its own.
 */
public interface Database {

    /**
     * Opens a connection with {@link SessionSettings} in force, in auto-commit mode.
     *
     * @throws DatabaseUnreachableException where the server, the password or the database is not there, in words
     */
    Connection connect() throws SQLException;

    /** The database's name on its server. */
    String name();

    /** Host and port as the driver was given them, for messages and for telling whether two databases are one: {@code db.example:5432}. */
    String server();

    /** Another database of the same server, with the same credentials. */
    Database named(String otherName);

    /** The URL without user and password, for properties files and messages: {@code jdbc:postgresql://host:port/name}. */
    String url();

    /** The user that connections log in as. */
    String user();
}
