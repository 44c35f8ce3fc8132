package dev.migrator.core;

import dev.migrator.core.replay.PendingMigration;
import dev.migrator.core.replay.ReplayEngine;
import dev.migrator.core.replay.ReplayEngines;
import dev.migrator.core.replay.ReplayTarget;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.Migrated;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.event.ProgressListener;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies what is pending to the target as it is, and refreshes the profile's {@code result.sql}. */
public final class MigrateTarget {

    private final Settings settings;
    private final Effects effects;
    private final PostgresBinaries binaries;
    private final ProgressListener listener;

    public MigrateTarget(Settings settings, Effects effects, PostgresBinaries binaries, ProgressListener listener) {
        this.settings = settings;
        this.effects = effects;
        this.binaries = binaries;
        this.listener = listener;
    }

    /**
     * What was done, or in a dry run would be.
     *
     * @param applied files, in order
     * @param version the newest migration that is applied now; null where none is, and in a dry run
     */
    public record MigratedTarget(
            String database, List<String> applied, @Nullable String version, boolean dryRun) {}

    public MigratedTarget migrate() throws SQLException {
        ProfileFolder folder = new ProfilesDirectory(settings).require(settings.profile());
        ReplayEngine engine = ReplayEngines.of(settings, listener);
        TargetDatabase configured = new ConfiguredDatabases(settings, effects, listener).target(binaries);
        Database target = configured.database();
        ReplayTarget place = new ReplayTarget(target, configured.password());
        if (settings.get(SettingKeys.DRY_RUN)) {
            List<String> pending = engine.pending(place)
                    .map(known -> known.stream().map(PendingMigration::filename).toList())
                    .orElse(List.of("unknown, since nobody can look into the replay " + engine.id()));
            return new MigratedTarget(target.name(), pending, null, true);
        }
        Migrated migrated = InTurn.on(target, () -> configured.during(() -> engine.replay(place)));
        folder.write(
                effects.disk(), folder.resultFile(), ResultScript.of(target).getBytes(StandardCharsets.UTF_8));
        return new MigratedTarget(
                target.name(),
                migrated.applied().stream().map(Migrated.Applied::filename).toList(),
                migrated.version(),
                false);
    }
}
