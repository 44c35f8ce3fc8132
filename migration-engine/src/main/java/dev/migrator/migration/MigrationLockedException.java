package dev.migrator.migration;

import dev.migrator.error.MigratorException;
import java.time.Duration;

/** Somebody else was migrating the same database for longer than we were told to wait. */
public final class MigrationLockedException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private final transient LockHolder holder;

    MigrationLockedException(String database, LockHolder holder, Duration waited) {
        super(
                "database is being migrated by " + holder + ", waited " + waited.toSeconds() + " s for it",
                database,
                "Wait until it is done and run again; if nobody is behind it any more, end it:"
                        + " SELECT pg_terminate_backend(" + holder.pid() + ")");
        this.holder = holder;
    }

    /** Who it is. */
    public LockHolder holder() {
        return holder;
    }
}
