package dev.migrator.postgres;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;

/**
 * Turns what the driver says when no connection comes about into words. The driver's own exception is kept as the cause: at this point
 * it can hold no row, and the driver never puts a password into it.
 */
final class ConnectionRefusal {

    private ConnectionRefusal() {}

    static DatabaseUnreachableException inWords(SQLException refusal, String server, String database, String user) {
        String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
        return switch (state) {
            case "28P01" ->
                words(
                        "the server refuses the password",
                        "user " + user + " at " + server,
                        "Check user and password: the settings.xml server, the environment or the password file that gives them",
                        refusal);
            case "28000" ->
                words(
                        "the server does not let this user in",
                        "user " + user + ", database " + database + " at " + server,
                        "Check that the role exists and may log in, and that the server's pg_hba.conf has a line for it and this machine",
                        refusal);
            case "3D000" ->
                words(
                        "database does not exist",
                        database + " at " + server,
                        "Check the name at the end of the URL, or create the database first",
                        refusal);
            case "42501" ->
                words(
                        "the user may not connect to the database",
                        "user " + user + ", database " + database + " at " + server,
                        "Run as its owner: GRANT CONNECT ON DATABASE " + SqlText.name(database) + " TO "
                                + SqlText.name(user),
                        refusal);
            case "53300" ->
                words(
                        "the server has no connection left",
                        server,
                        "Close other sessions, raise max_connections (or the role's or database's CONNECTION LIMIT), or lower migrator.jobs",
                        refusal);
            case "55000" ->
                words(
                        "the database accepts no connections",
                        database + " at " + server,
                        "Run as a superuser: ALTER DATABASE " + SqlText.name(database) + " ALLOW_CONNECTIONS true",
                        refusal);
            case "57P03" ->
                words(
                        "the server is starting up or shutting down",
                        server,
                        "Wait until it is ready and run again",
                        refusal);
            default -> network(refusal, state, server, database, user);
        };
    }

    private static DatabaseUnreachableException network(
            SQLException refusal, String state, String server, String database, String user) {
        if (caused(refusal, UnknownHostException.class)) {
            return words(
                    "the host of the server is not known",
                    server,
                    "Check the host in the URL and this machine's name service",
                    refusal);
        }
        if (caused(refusal, SSLException.class)) {
            return words(
                    "no encrypted connection to the server",
                    server,
                    "Check sslmode, sslrootcert and the server's certificate",
                    refusal);
        }
        // The driver's own time limit on the login comes without a cause.
        if (caused(refusal, SocketTimeoutException.class) || (state.equals("08001") && refusal.getCause() == null)) {
            return words(
                    "the server does not answer in time",
                    server,
                    "Check host and port in the URL and the firewalls in between, or raise connectTimeout and loginTimeout in the URL",
                    refusal);
        }
        if (state.equals("08004")) {
            return words(
                    "the server rejects the login",
                    "user " + user + " at " + server,
                    "Give a password (settings.xml server, environment, password file), and check sslmode if the server wants it",
                    refusal);
        }
        if (state.startsWith("08")) {
            return words(
                    "the server cannot be reached",
                    server,
                    "Check host and port in the URL, that the server runs, and that it listens there for TCP/IP connections",
                    refusal);
        }
        return words(
                "the server refuses the connection (SQLSTATE " + (state.isEmpty() ? "unknown" : state) + ")",
                "user " + user + ", database " + database + " at " + server,
                "See the server's log",
                refusal);
    }

    private static DatabaseUnreachableException words(
            String problem, String subject, String fix, SQLException refusal) {
        return new DatabaseUnreachableException(problem, subject, fix, refusal);
    }

    private static boolean caused(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
