package dev.migrator.postgres;

import dev.migrator.error.MigratorException;

/** A pooler between us and the server gives one server session to several clients. */
public final class SharedSessionException extends MigratorException {

    private static final long serialVersionUID = 1L;

    SharedSessionException(String server) {
        super(
                "a connection pooler in transaction mode stands in front of the server",
                server,
                "Give the URL of the PostgreSQL server itself, or of a pool with pool_mode = session");
    }
}
