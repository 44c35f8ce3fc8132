package dev.migrator.core;

import dev.migrator.core.settings.ProfileKind;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.profile.Ref;
import dev.migrator.profile.RefFile;
import dev.migrator.profile.store.PackCache;
import dev.migrator.profile.store.StoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the profiles of a project with what their refs point at. */
public final class ListProfiles {

    private final Settings settings;
    private final Effects effects;

    public ListProfiles(Settings settings, Effects effects) {
        this.settings = settings;
        this.effects = effects;
    }

    /**
     * One profile.
     *
     * @param ref null where nothing was uploaded yet, and for a profile that lies in Git
     * @param bytes of the snapshot in the store; null where there is none, or its manifest is not to be had
     * @param cached whether a restore needs no store; null where there is no snapshot
     */
    public record Listed(
            String name,
            ProfileKind kind,
            @Nullable Ref ref,
            @Nullable Long bytes,
            @Nullable Boolean cached) {}

    /** Sorted by name. */
    public List<Listed> list() {
        return new ProfilesDirectory(settings).all().stream().map(this::listed).toList();
    }

    private Listed listed(ProfileFolder folder) {
        Settings own = settings.forProfile(folder.name());
        Ref ref = RefFile.find(folder.refFile()).orElse(null);
        ProfileKind kind = own.get(SettingKeys.KIND);
        if (ref == null) {
            return new Listed(folder.name().value(), kind, null, null, null);
        }
        try (ConfiguredStore store = ConfiguredStore.open(own, effects)) {
            PackCache cache = store.cache(folder.name());
            PinnedSnapshot pinned = PinnedSnapshot.of(folder, cache);
            return new Listed(folder.name().value(), kind, ref, pinned.storedBytes(), cache.holds(pinned.manifest()));
        } catch (StoreException e) {
            return new Listed(folder.name().value(), kind, ref, null, false);
        }
    }
}
