package dev.migrator.core;

import dev.migrator.core.replay.RecordedVersion;
import dev.migrator.core.replay.ReplayEngine;
import dev.migrator.core.replay.ReplayEngines;
import dev.migrator.core.settings.ProfileKind;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.database.Marker;
import dev.migrator.profile.database.ReplaceDatabase;
import dev.migrator.profile.database.ReplacementRequest;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.store.PackCache;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a profile's state in the place of the target: what the ref pins, or the scripts of a clean-db profile, proved, and with the newer
 * migrations replayed on top.
 */
public final class RestoreProfile {

    private final Settings settings;
    private final Effects effects;
    private final PostgresBinaries binaries;
    private final ProgressListener listener;
    private final ConfiguredDatabases databases;

    public RestoreProfile(Settings settings, Effects effects, PostgresBinaries binaries, ProgressListener listener) {
        this.settings = settings;
        this.effects = effects;
        this.binaries = binaries;
        this.listener = listener;
        this.databases = new ConfiguredDatabases(settings, effects, listener);
    }

    /** A migration that was replayed, and how long that took. */
    public record Replayed(String filename, Duration time) {}

    /**
     * What was done.
     *
     * @param snapshot null for a profile that lies in Git
     * @param database the target's name
     * @param tables and rows that were proved; 0 for scripts, of which nobody knows how many there should be
     * @param migrations that were replayed, in order
     * @param version the newest migration that is applied now; null where none is tracked
     * @param resultFile where the schema was written, as messages call it
     * @param connection what {@code connection.properties} holds now
     * @param filling how long it took until the new database was proved, and the swap
     * @param replaying how long the migrations took
     * @param embedded whether the target's server is one of ours
     * @param dryRun whether all was checked and nothing done
     */
    public record Restored(
            @Nullable SnapshotId snapshot,
            String database,
            String url,
            int tables,
            long rows,
            long mediaFiles,
            List<Replayed> migrations,
            @Nullable String version,
            String resultFile,
            Map<String, String> connection,
            Duration filling,
            Duration replaying,
            boolean embedded,
            boolean dryRun) {

        /**
         * What later goals of the same build may know. Neither the profile nor the snapshot, which are parameters of goals of ours; and no
         * password of a server that is not ours, which other plugins might print.
         */
        public Map<String, String> forLaterGoals() {
            Map<String, String> values = new TreeMap<>(connection);
            values.keySet().removeAll(Set.of("profile", "snapshot"));
            if (!embedded) {
                values.remove("password");
            }
            return values;
        }
    }

    /**
     * Restores, or in a dry run checks what can be checked without doing it.
     *
     * @throws dev.migrator.error.MigratorException where anything fails; the target is as it was then
     */
    public Restored restore() {
        ProfileFolder folder = new ProfilesDirectory(settings).require(settings.profile());
        ReplayEngine engine = ReplayEngines.of(settings, listener);
        if (settings.get(SettingKeys.KIND) == ProfileKind.CLEAN_DB) {
            TargetDatabase target = databases.restoreTarget(binaries);
            return replace(folder, target, ScriptContent.of(settings, folder, listener), engine, null);
        }
        folder.requireRef();
        try (ConfiguredStore store = ConfiguredStore.open(settings, effects)) {
            PackCache cache = store.cache(folder.name());
            PinnedSnapshot pinned = PinnedSnapshot.of(folder, cache);
            TargetDatabase target = databases.restoreTarget(binaries);
            ProfileContent content = SnapshotContent.of(settings, pinned, cache, target.embedded(), listener);
            return replace(
                    folder,
                    target,
                    content,
                    engine,
                    RecordedVersion.unrecorded(pinned.manifest().migrationVersion()));
        }
    }

    private Restored replace(
            ProfileFolder folder,
            TargetDatabase target,
            ProfileContent content,
            ReplayEngine engine,
            @Nullable String contains) {
        boolean dryRun = settings.get(SettingKeys.DRY_RUN);
        ReplayBeforeSwap last = new ReplayBeforeSwap(engine, target.password(), contains);
        ReplacementRequest request = new ReplacementRequest(
                target.database(),
                databases.sourceIfAny().orElse(null),
                Marker.now(folder.name(), content.snapshot()),
                settings.find(SettingKeys.OVERWRITE).orElse(null),
                settings.get(SettingKeys.TERMINATE_SESSIONS),
                content.filling(),
                last,
                content.media());
        ReplaceDatabase replacement = new ReplaceDatabase(effects.disk(), listener);
        Map<String, String> connection = ConnectionProperties.of(target, folder.name(), content);
        long begun = System.nanoTime();
        if (dryRun) {
            replacement.check(request);
        } else {
            InTurn.on(target.database(), () -> target.during(() -> replacement.replace(request)));
        }
        Duration whole = Duration.ofNanos(System.nanoTime() - begun);
        if (!dryRun) {
            folder.write(effects.disk(), folder.resultFile(), last.result().getBytes(StandardCharsets.UTF_8));
            new ConnectionProperties(settings, effects.disk()).write(connection);
        }
        return new Restored(
                content.snapshot(),
                target.database().name(),
                target.database().url(),
                content.tables(),
                content.rows(),
                content.mediaFiles(),
                last.migrated().applied().stream()
                        .map(file -> new Replayed(file.filename(), file.duration()))
                        .toList(),
                last.migrated().version(),
                settings.shown(folder.resultFile()),
                connection,
                whole.minus(last.time()),
                last.time(),
                target.embedded(),
                dryRun);
    }
}
