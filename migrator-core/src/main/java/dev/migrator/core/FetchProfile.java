package dev.migrator.core;

import dev.migrator.core.settings.Settings;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.store.PackCache;

/** Brings all of a profile's snapshot into the cache, so that it can be restored without the store. */
public final class FetchProfile {

    private final Settings settings;
    private final Effects effects;
    private final ProgressListener listener;

    public FetchProfile(Settings settings, Effects effects, ProgressListener listener) {
        this.settings = settings;
        this.effects = effects;
        this.listener = listener;
    }

    /**
     * What was done.
     *
     * @param packs of the snapshot
     * @param bytes of the snapshot in the store
     * @param changed false where the cache held all of it already
     */
    public record Fetched(SnapshotId snapshot, int packs, long bytes, boolean changed) {}

    public Fetched fetch() {
        ProfileFolder folder = new ProfilesDirectory(settings).require(settings.profile());
        folder.requireSnapshots(settings, "fetch");
        try (ConfiguredStore store = ConfiguredStore.open(settings, effects)) {
            PackCache cache = store.cache(folder.name());
            PinnedSnapshot pinned = PinnedSnapshot.of(folder, cache);
            Manifest manifest = pinned.manifest();
            boolean held = cache.holds(manifest);
            if (!held) {
                cache.fetch(manifest, listener);
            }
            return new Fetched(pinned.id(), manifest.packs().size(), pinned.storedBytes(), !held);
        }
    }
}
