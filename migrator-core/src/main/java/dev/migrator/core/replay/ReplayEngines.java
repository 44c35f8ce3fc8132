package dev.migrator.core.replay;

import dev.migrator.core.settings.Settings;
import dev.migrator.profile.event.ProgressListener;

/** The one place that knows which engine a project has. */
public final class ReplayEngines {

    private ReplayEngines() {}

    /**
     * The engine of a project and its profile.
     *
     * @throws dev.migrator.error.MigratorException where it is not clear which that is, or something is wrong with its migrations
     */
    public static ReplayEngine of(Settings settings, ProgressListener listener) {
        return switch (EngineChoice.of(settings)) {
            case SQL -> new SqlEngine(SqlMigrations.of(settings), listener);
            case FLYWAY -> FlywayEngine.of(settings);
            case LIQUIBASE -> LiquibaseEngine.of(settings, listener);
            case COMMAND -> CommandEngine.of(settings);
        };
    }
}
