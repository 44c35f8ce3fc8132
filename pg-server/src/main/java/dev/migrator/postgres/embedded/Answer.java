package dev.migrator.postgres.embedded;

import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.DatabaseUnreachableException;
import dev.migrator.postgres.JdbcDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What comes back from the port on which a server of ours should listen. */
enum Answer {
    /** It knows the password and works in our data directory, or is too busy to say so. */
    OURS,
    /** It is starting up or shutting down. */
    NOT_YET,
    /** Nothing, or another server. */
    NONE;

    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String CANNOT_CONNECT_NOW = "57P03";

    /** Asks. Under scram the server proves that it knows the password, too; nobody who got our port by chance does. */
    static Answer from(int port, String password, Path data) {
        JdbcDatabase database = JdbcDatabase.of(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", new Credentials(EmbeddedServer.USER, password));
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return data.equals(Path.of(row.getString(1))) ? OURS : NONE;
        } catch (DatabaseUnreachableException e) {
            return e.getCause() instanceof SQLException refusal ? meaning(refusal.getSQLState()) : NONE;
        } catch (SQLException e) {
            return NONE;
        }
    }

    private static Answer meaning(String state) {
        return switch (state == null ? "" : state) {
            case TOO_MANY_CONNECTIONS -> OURS;
            case CANNOT_CONNECT_NOW -> NOT_YET;
            default -> NONE;
        };
    }
}
