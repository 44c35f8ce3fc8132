package dev.migrator.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A database that the PostgreSQL driver reaches by a {@code jdbc:postgresql:} URL. Immutable, safe for use by several threads. */
public final class JdbcDatabase implements Database {

    /** Seconds that connecting and logging in may take; {@code loginTimeout} in the URL overrides it. */
    private static final String LOGIN_TIMEOUT = "30";

    private static final int OLDEST_MAJOR = 14;

    private final ConnectionUrl url;
    private final Credentials credentials;
    private final String user;
    private final String name;
    private final String server;

    private JdbcDatabase(ConnectionUrl url, Credentials credentials) {
        this.url = url;
        this.credentials = credentials;
        this.user = credentials.user() != null
                ? credentials.user()
                : url.resolved(PGProperty.USER, System.getProperty("user.name", ""));
        this.name = url.database() != null ? url.database() : url.resolved(PGProperty.PG_DBNAME, user);
        this.server = servers(url);
    }

    /**
     * The database of a URL.
     *
     * @param url {@code jdbc:postgresql://host:port/database?parameters}, as the driver documents it; user and password may stand among
     *     its parameters and are then taken out of everything that is shown
     * @throws DatabaseUnreachableException where the driver cannot read the URL
     */
    public static JdbcDatabase of(String url) {
        return of(url, Credentials.NONE);
    }

    /** As {@link #of(String)}; what {@code credentials} gives wins over what stands in the URL. */
    public static JdbcDatabase of(String url, Credentials credentials) {
        ConnectionUrl parsed = ConnectionUrl.parse(url);
        String user = credentials.user() != null
                ? credentials.user()
                : parsed.secrets().getProperty("user");
        String password = credentials.password() != null
                ? credentials.password()
                : parsed.secrets().getProperty("password");
        return new JdbcDatabase(parsed, new Credentials(user, password));
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = open();
        try {
            ServerVersion version = ServerVersion.of(connection);
            if (!version.atLeast(OLDEST_MAJOR)) {
                throw DatabaseUnreachableException.tooOld(version, server, OLDEST_MAJOR);
            }
            SessionSettings.fix(connection, version);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection open() {
        try {
            Connection connection = new Driver().connect(url.shown(), properties());
            if (connection == null) {
                throw DatabaseUnreachableException.badUrl(url.shown());
            }
            return connection;
        } catch (SQLException e) {
            throw ConnectionRefusal.inWords(e, server, name, user);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        String sslPassword = url.secrets().getProperty("sslpassword");
        if (sslPassword != null) {
            PGProperty.SSL_PASSWORD.set(properties, sslPassword);
        }
        if (credentials.user() != null) {
            PGProperty.USER.set(properties, credentials.user());
        }
        if (credentials.password() != null) {
            PGProperty.PASSWORD.set(properties, credentials.password());
        }
        // Parameters of the URL win over these. A long COPY may leave the socket silent for longer than a firewall
        // likes.
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.LOGIN_TIMEOUT.set(properties, LOGIN_TIMEOUT);
        PGProperty.APPLICATION_NAME.set(properties, "migrator");
        return properties;
    }

    private static String servers(ConnectionUrl url) {
        String[] hosts = url.resolved(PGProperty.PG_HOST, "localhost").split(",", -1);
        String[] ports = url.resolved(PGProperty.PG_PORT, "5432").split(",", -1);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < hosts.length; i++) {
            all.append(i == 0 ? "" : ",").append(hosts[i]).append(':').append(ports[Math.min(i, ports.length - 1)]);
        }
        return all.toString();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String server() {
        return server;
    }

    @Override
    public Database named(String otherName) {
        return new JdbcDatabase(url.withDatabase(otherName), credentials);
    }

    @Override
    public String url() {
        return url.withDatabase(name).shown();
    }

    @Override
    public String user() {
        return user;
    }

    /** Where and as whom, never the password. */
    @Override
    public String toString() {
        return user + " at " + url();
    }
}
