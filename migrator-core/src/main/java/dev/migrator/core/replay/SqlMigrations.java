package dev.migrator.core.replay;

import dev.migrator.core.settings.MigrationKeys;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.MigrationDirectory;
import dev.migrator.migration.MigrationSettings;
import dev.migrator.migration.Migrations;
import dev.migrator.migration.Policies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The SQL files of a profile and how they are run. A project that has no folder of migrations, and did not say where it is, has none.
 */
public record SqlMigrations(Migrations files, MigrationSettings how) {

    /**
     * Reads the files, so that what is wrong with them is known before anything else is done.
     *
     * @throws dev.migrator.migration.MigrationsRefusedException where something is
     */
    public static SqlMigrations of(Settings settings) {
        return new SqlMigrations(
                files(settings),
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
                                settings.get(MigrationKeys.RETRIES))));
    }

    private static Policies policies(Settings settings) {
        return settings.find(MigrationKeys.POLICIES).orElse(Policies.DEFAULTS);
    }

    private static Migrations files(Settings settings) {
        Path directory = settings.get(SettingKeys.MIGRATIONS_DIRECTORY);
        String profile = settings.profile().value();
        if (settings.isDefault(SettingKeys.MIGRATIONS_DIRECTORY) && !Files.exists(directory)) {
            return new Migrations(profile, List.of(), List.of(), List.of());
        }
        return MigrationDirectory.read(directory, profile, policies(settings));
    }
}
