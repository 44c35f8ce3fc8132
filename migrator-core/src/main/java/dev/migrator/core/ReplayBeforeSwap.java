package dev.migrator.core;

import dev.migrator.core.replay.ReplayEngine;
import dev.migrator.core.replay.ReplayTarget;
import dev.migrator.migration.Migrated;
import dev.migrator.postgres.Database;
import dev.migrator.profile.database.BeforeSwap;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays on the new database before it takes the target's name, and remembers what that came to. For one restore. */
final class ReplayBeforeSwap implements BeforeSwap {

    private final ReplayEngine engine;
    private final @Nullable String password;
    private final @Nullable String contains;
    private Migrated migrated = new Migrated(List.of(), null);
    private String result = "";
    private Duration time = Duration.ZERO;

    /**
     * @param password of the user that restores; null where nobody told us
     * @param contains the newest migration that the data contain; null where they do not say
     */
    ReplayBeforeSwap(ReplayEngine engine, @Nullable String password, @Nullable String contains) {
        this.engine = engine;
        this.password = password;
        this.contains = contains;
    }

    @Override
    public void run(Database fresh) throws SQLException {
        long begun = System.nanoTime();
        migrated = engine.replay(new ReplayTarget(fresh, password, contains));
        result = ResultScript.of(fresh);
        time = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** What was replayed; nothing before {@link #run}, as in a dry run. */
    Migrated migrated() {
        return migrated;
    }

    /** The schema after it. */
    String result() {
        return result;
    }

    /** How long it took. */
    Duration time() {
        return time;
    }
}
