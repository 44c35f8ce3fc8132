package dev.migrator.postgres;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/** No connection to a database: its server, the login, the database itself or a free place in it is not there. */
public final class DatabaseUnreachableException extends MigratorException {

    private static final long serialVersionUID = 1L;

    DatabaseUnreachableException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }

    static DatabaseUnreachableException badUrl(String address) {
        return new DatabaseUnreachableException(
                "not a URL of a PostgreSQL database",
                address.replaceAll("//[^/@]*@", "//***@"),
                "Write it as jdbc:postgresql://host:port/database, and the user and the password in settings of their own",
                null);
    }

    static DatabaseUnreachableException tooOld(ServerVersion version, String server, int oldestMajor) {
        return new DatabaseUnreachableException(
                "the server is older than PostgreSQL " + oldestMajor,
                server + " runs " + version,
                "Upgrade the server to PostgreSQL " + oldestMajor + " or newer",
                null);
    }
}
