package dev.migrator.core;

import dev.migrator.core.settings.ResolvedSetting;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.PackCache;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.Stores;
import java.util.HashMap;
import java.util.Map;

/** The store that the settings name, open until it is closed. */
final class ConfiguredStore implements AutoCloseable {

    private final Settings settings;
    private final ObjectStore store;
    private final Disk disk;

    private ConfiguredStore(Settings settings, ObjectStore store, Disk disk) {
        this.settings = settings;
        this.store = store;
        this.disk = disk;
    }

    static ConfiguredStore open(Settings settings, Effects effects) {
        ObjectStore store = Stores.open(settings.get(SettingKeys.STORE), options(settings));
        return new ConfiguredStore(settings, effects.stores().apply(store), effects.disk());
    }

    ProfileSpace space(ProfileName profile) {
        return new ProfileSpace(store, profile);
    }

    PackCache cache(ProfileName profile) {
        return new PackCache(settings.get(SettingKeys.CACHE_DIRECTORY).resolve("packs"), space(profile), disk);
    }

    private static Map<String, String> options(Settings settings) {
        Map<String, String> options = new HashMap<>();
        for (ResolvedSetting<?> setting : settings.all()) {
            if (setting.key().name().startsWith("s3.")) {
                options.put(setting.key().name(), String.valueOf(setting.value()));
            }
        }
        settings.s3Login().ifPresent(login -> {
            options.put("s3.accessKey", login.user());
            options.put("s3.secretKey", login.password());
        });
        return options;
    }

    @Override
    public void close() {
        store.close();
    }
}
