package dev.migrator.postgres.embedded;

import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import java.nio.file.Path;

/**
 * A PostgreSQL of ours that runs on this machine; it goes on running when this JVM ends. Immutable.
 *
 * @param major PostgreSQL's major version
 * @param port on 127.0.0.1
 * @param password of {@link #USER}
 * @param home where its data, its log and its password lie
 * @param origin how the call that returned it came by it
 */
public record EmbeddedServer(int major, int port, String password, Path home, Origin origin) {

    /** The superuser that every embedded server has. */
    public static final String USER = "postgres";

    /** How a server came to run. */
    public enum Origin {
        /** It ran already. */
        FOUND,
        /** It had been stopped or killed, and its databases are as they were. */
        STARTED,
        /** It was set up: it has no databases yet. */
        CREATED,
        /** The machine went down while it ran; its data could not be trusted and was thrown away. */
        RECREATED
    }

    /** A database of it, whether it exists or not, as the superuser. */
    public Database database(String name) {
        return maintenance().named(name);
    }

    /** The database {@code postgres}. */
    public Database maintenance() {
        return JdbcDatabase.of("jdbc:postgresql://127.0.0.1:" + port + "/postgres", new Credentials(USER, password));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "PostgreSQL " + major + " on port " + port + " in " + home;
    }
}
