package dev.migrator.migration;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/** The tables that record what was applied cannot be used. */
public final class TrackingException extends MigratorException {

    private static final long serialVersionUID = 1L;

    TrackingException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }
}
