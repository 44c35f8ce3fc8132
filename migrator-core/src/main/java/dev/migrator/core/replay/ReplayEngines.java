package dev.migrator.core.replay;

import dev.migrator.core.settings.Settings;
import dev.migrator.profile.event.ProgressListener;

/** The one place that knows which engine a project has. */
public final class ReplayEngines {

    private ReplayEngines() {}

    /** The engine of a project and its profile. */
    public static ReplayEngine of(Settings settings, ProgressListener listener) {
        return new SqlEngine(SqlMigrations.of(settings), listener);
    }
}
