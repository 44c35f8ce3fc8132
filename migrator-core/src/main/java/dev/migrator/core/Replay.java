package dev.migrator.core;

import dev.migrator.catalog.CatalogReader;
import dev.migrator.catalog.SchemaScript;
import dev.migrator.core.settings.MigrationKeys;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.MigrateDatabase;
import dev.migrator.migration.Migrated;
import dev.migrator.migration.MigrationDirectory;
import dev.migrator.migration.MigrationEvent;
import dev.migrator.migration.MigrationProblem;
import dev.migrator.migration.MigrationSettings;
import dev.migrator.migration.MigrationVersion;
import dev.migrator.migration.Migrations;
import dev.migrator.migration.PendingFile;
import dev.migrator.migration.Policies;
import dev.migrator.postgres.Database;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the newest migration of its profile. A project that has no folder of migrations, and did not say where it is,
 * has none.
 */
final class Replay {

    private final Migrations migrations;
    private final MigrationSettings how;
    private final ProgressListener listener;

    private Replay(Migrations migrations, MigrationSettings how, ProgressListener listener) {
        this.migrations = migrations;
        this.how = how;
        this.listener = listener;
    }

    /** Reads the files, so that what is wrong with them is known before anything else is done. */
    static Replay of(Settings settings, ProgressListener listener) {
        return new Replay(
                migrations(settings),
                MigrationSettings.DEFAULTS
                        .withTrackingSchema(settings.get(SettingKeys.TRACKING_SCHEMA))
                        .withBaseline(settings.find(SettingKeys.BASELINE).orElse(null))
                        .withTarget(settings.find(MigrationKeys.TARGET_VERSION).orElse(null))
                        .withPolicies(policies(settings))
                        .withPlaceholders(
                                settings.find(MigrationKeys.PLACEHOLDERS).orElse(Map.of()))
                        .withLimits(new MigrationSettings.Limits(
                                MigrationSettings.DEFAULT_LIMITS.lockWait(),
                                settings.get(MigrationKeys.LOCK_TIMEOUT),
                                settings.get(MigrationKeys.STATEMENT_TIMEOUT),
                                settings.get(MigrationKeys.RETRIES))),
                listener);
    }

    /**
     * The same on what a snapshot holds. What it says of itself wins over the setting {@code baseline}, which may have been raised since.
     *
     * @param version the newest migration that it contains; null where it does not say
     */
    Replay onto(@Nullable String version) {
        return version == null
                ? this
                : new Replay(migrations, how.withBaseline(new MigrationVersion(version)), listener);
    }

    Migrated run(Database database) {
        return migrations.isEmpty() ? new Migrated(List.of(), null) : engine().migrate(database, migrations);
    }

    List<PendingFile> pending(Database database) {
        return migrations.isEmpty() ? List.of() : engine().pending(database, migrations);
    }

    /** The schema of a database as a script that diffs well: {@code result.sql}. */
    static String result(Database database) throws SQLException {
        return SchemaScript.of(CatalogReader.read(database));
    }

    private MigrateDatabase engine() {
        return new MigrateDatabase(how, event -> tell(event, listener));
    }

    private static Migrations migrations(Settings settings) {
        Path directory = settings.get(SettingKeys.MIGRATIONS_DIRECTORY);
        String profile = settings.profile().value();
        if (settings.isDefault(SettingKeys.MIGRATIONS_DIRECTORY) && !Files.exists(directory)) {
            return new Migrations(profile, List.of(), List.of(), List.of());
        }
        return MigrationDirectory.read(directory, profile, policies(settings));
    }

    private static Policies policies(Settings settings) {
        return settings.find(MigrationKeys.POLICIES).orElse(Policies.DEFAULTS);
    }

    private static void tell(MigrationEvent event, ProgressListener listener) {
        if (event instanceof MigrationEvent.Started started) {
            listener.on(new ProgressEvent.StepStarted("applying " + started.filename()));
        } else {
            notice(event).ifPresent(words -> listener.on(new ProgressEvent.Notice(words)));
        }
    }

    /** What people should hear of an event; empty where the end of the replay says it. */
    private static Optional<String> notice(MigrationEvent event) {
        if (event instanceof MigrationEvent.Waiting waiting) {
            return Optional.of("somebody else is migrating this database: " + waiting.holder());
        }
        if (event instanceof MigrationEvent.Abandoned abandoned) {
            return Optional.of("an earlier run was killed: " + abandoned.who());
        }
        if (event instanceof MigrationEvent.Warned warned) {
            MigrationProblem problem = warned.problem();
            return Optional.of(problem.problem() + ": " + problem.subject() + ". " + problem.fix());
        }
        if (event instanceof MigrationEvent.Tolerated tolerated) {
            return Optional.of("changed nothing: " + tolerated.filename() + ", " + tolerated.what());
        }
        if (event instanceof MigrationEvent.Resumed resumed) {
            return Optional.of("going on with " + resumed.filename()
                    + " behind the statements that are in the database (" + resumed.statements() + ")");
        }
        if (event instanceof MigrationEvent.Retried retried) {
            return Optional.of("trying again in " + retried.after().toMillis() + " ms: " + retried.filename() + ", "
                    + retried.reason());
        }
        return Optional.empty();
    }
}
