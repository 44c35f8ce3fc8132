package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.Ref;
import dev.migrator.profile.RefFile;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.SnapshotSummary;
import java.util.List;
import java.util.Locale;

/** Points a profile's ref at a snapshot that is in the store, where somebody else has uploaded it. */
public final class UseSnapshot {

    private static final String NEWEST = "latest";

    private final Settings settings;
    private final Effects effects;
    private final ProfilesDirectory profiles;

    public UseSnapshot(Settings settings, Effects effects) {
        this.settings = settings;
        this.effects = effects;
        this.profiles = new ProfilesDirectory(settings);
    }

    /**
     * What was done.
     *
     * @param ref as it is now
     * @param file as messages call it
     * @param changed false where the ref pointed there already
     */
    public record Used(Ref ref, String file, boolean changed) {}

    /**
     * Writes the ref, after the manifest has been read and checked.
     *
     * @throws SnapshotNotFoundException where the store has no snapshot like the one given, or several
     */
    public Used use() {
        ProfileFolder folder = profiles.require(settings.profile());
        folder.requireSnapshots(settings, "use");
        String given = settings.require(SettingKeys.SNAPSHOT);
        try (ConfiguredStore store = ConfiguredStore.open(settings, effects)) {
            ProfileSpace space = store.space(folder.name());
            SnapshotId id = find(space, given, folder.name());
            Ref ref = Ref.to(id, space.manifest(id));
            boolean changed =
                    !RefFile.find(folder.refFile()).filter(ref::equals).isPresent();
            if (changed) {
                RefFile.write(folder.refFile(), ref, effects.disk());
            }
            return new Used(ref, settings.shown(folder.refFile()), changed);
        }
    }

    private static SnapshotId find(ProfileSpace space, String given, ProfileName profile) {
        List<SnapshotSummary> published = space.snapshots();
        List<SnapshotId> all = published.stream().map(SnapshotSummary::id).toList();
        if (all.isEmpty()) {
            throw SnapshotNotFoundException.empty(space.location(), profile);
        }
        if (given.equals(NEWEST)) {
            return all.get(0);
        }
        String digits = given.toLowerCase(Locale.ROOT);
        List<SnapshotId> matching =
                all.stream().filter(id -> id.sha256().startsWith(digits)).toList();
        if (matching.size() > 1) {
            throw SnapshotNotFoundException.several(given, matching);
        }
        return matching.stream()
                .findFirst()
                .orElseThrow(() -> SnapshotNotFoundException.none(given, space.location(), published));
    }
}
