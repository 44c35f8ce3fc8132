package dev.migrator.catalog;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/** A catalog could not be read, ordered or compared. */
public final class CatalogException extends MigratorException {

    private static final long serialVersionUID = 1L;

    public CatalogException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem, subject, fix, cause);
    }
}
