package dev.migrator.core;

import dev.migrator.core.replay.RecordedVersion;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.MigrationVersion;
import dev.migrator.profile.Ref;
import dev.migrator.profile.RefFile;
import dev.migrator.profile.capture.CaptureRequest;
import dev.migrator.profile.capture.CaptureSnapshot;
import dev.migrator.profile.capture.Captured;
import dev.migrator.profile.event.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a snapshot of a profile's live database and media into the store, and points the profile's ref at it. */
public final class UploadProfile {

    private final Settings settings;
    private final Effects effects;
    private final ProgressListener listener;

    public UploadProfile(Settings settings, Effects effects, ProgressListener listener) {
        this.settings = settings;
        this.effects = effects;
        this.listener = listener;
    }

    /**
     * What was done.
     *
     * @param refFile as messages call it
     * @param store where the snapshot lies
     * @param dryRun whether nothing was stored and no ref written
     */
    public record Uploaded(Captured captured, String refFile, String store, boolean dryRun) {}

    /**
     * Captures, and writes the ref last, so that it never points at what is not there.
     *
     * @throws ProfileException where the profile does not exist or nothing is decided about personal data
     */
    public Uploaded upload() {
        ProfileFolder folder = new ProfilesDirectory(settings).require(settings.profile());
        folder.requireSnapshots(settings, "upload");
        boolean dryRun = settings.get(SettingKeys.DRY_RUN);
        CaptureRequest request = request(RefFile.find(folder.refFile()));
        try (ConfiguredStore store = ConfiguredStore.open(settings, dryRun ? storingNothing() : effects)) {
            Captured captured = new CaptureSnapshot(
                            store.space(folder.name()),
                            settings.get(SettingKeys.CACHE_DIRECTORY).resolve("work"),
                            listener)
                    .capture(request);
            if (!dryRun) {
                RefFile.write(folder.refFile(), Ref.to(captured.id(), captured.manifest()), effects.disk());
            }
            return new Uploaded(captured, settings.shown(folder.refFile()), settings.get(SettingKeys.STORE), dryRun);
        }
    }

    private CaptureRequest request(Optional<Ref> former) {
        return new CaptureRequest(
                new ConfiguredDatabases(settings, effects, listener).source(),
                MaskingDecision.of(settings),
                settings.find(SettingKeys.MEDIA).orElse(List.of()),
                former.map(Ref::snapshot).orElse(null),
                this::migrationVersion,
                settings.get(SettingKeys.SUBSCRIPTIONS),
                settings.get(SettingKeys.JOBS));
    }

    /** What the source tracks; else the baseline of today, which must not grow for this snapshot when it is raised in the settings. */
    private @Nullable String migrationVersion(Connection connection) throws SQLException {
        String tracked = RecordedVersion.of(connection, settings.get(SettingKeys.TRACKING_SCHEMA));
        return tracked != null
                ? tracked
                : settings.find(SettingKeys.BASELINE)
                        .map(MigrationVersion::digits)
                        .orElse(null);
    }

    private Effects storingNothing() {
        return new Effects(
                effects.databases(), store -> new DryRunStore(effects.stores().apply(store)), effects.disk());
    }
}
