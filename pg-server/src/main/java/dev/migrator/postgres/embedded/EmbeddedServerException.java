package dev.migrator.postgres.embedded;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be unpacked, set up, started, found or stopped. */
public final class EmbeddedServerException extends MigratorException {

    private static final long serialVersionUID = 1L;

    EmbeddedServerException(String problem, String subject, String fix) {
        super(problem, subject, fix);
    }

    EmbeddedServerException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }
}
