package dev.migrator.core;

import dev.migrator.migration.Migrated;
import dev.migrator.postgres.Database;
import dev.migrator.profile.database.BeforeSwap;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Replays on the new database before it takes the target's name, and remembers what that came to. For one restore. */
final class ReplayBeforeSwap implements BeforeSwap {

    private final Replay replay;
    private Migrated migrated = new Migrated(List.of(), null);
    private String result = "";
    private Duration time = Duration.ZERO;

    ReplayBeforeSwap(Replay replay) {
        this.replay = replay;
    }

    @Override
    public void run(Database fresh) throws SQLException {
        long begun = System.nanoTime();
        migrated = replay.run(fresh);
        result = Replay.result(fresh);
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
