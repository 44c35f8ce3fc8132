package dev.migrator.core.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays the places upon one another and reads each setting from the uppermost that says something. */
final class SettingsResolver {

    private final SettingSources sources;
    private final Problems problems = new Problems();
    private final List<Layer> layers = new ArrayList<>();

    SettingsResolver(SettingSources sources) {
        this.sources = sources;
    }

    boolean skip() {
        addTexts();
        return known(SettingKeys.SKIP).orElse(false);
    }

    Settings resolve() {
        addTexts();
        // What says where the files are, and which, is never in them.
        Path profiles = known(SettingKeys.PROFILES_DIRECTORY)
                .orElse(sources.projectFolder().resolve("profiles"));
        known(SettingKeys.PROFILE)
                .ifPresent(name ->
                        file(Place.PROFILE_FILE, profiles.resolve(name.value()).resolve("profile.yaml")));
        file(Place.PROJECT_FILE, profiles.resolve("migrator.yaml"));
        layers.add(new ServerLayer(sources.logins(), this::known));
        layers.add(new PasswordVariable(sources.environment(), sources.commandLineFolder()));
        layers.add(new Defaults(sources));
        Map<SettingKey<?>, ResolvedSetting<?>> resolved = new HashMap<>();
        SettingKeys.all().forEach(key -> resolve(key).ifPresent(setting -> resolved.put(key, setting)));
        problems.throwIfAny();
        return new Settings(resolved, sources);
    }

    private void addTexts() {
        Path typedIn = sources.commandLineFolder();
        layers.add(TextLayer.commandLine(sources.commandLine(), typedIn, problems));
        layers.add(TextLayer.environment(sources.environment(), typedIn, problems));
        layers.add(TextLayer.pom(sources.pom(), sources.projectFolder()));
    }

    private void file(Place place, Path file) {
        layers.add(new FileLayer(place, YamlFile.read(file, sources.shown(file), problems), problems));
    }

    private <T> Optional<T> known(SettingKey<T> key) {
        return resolve(key).map(ResolvedSetting::value);
    }

    private <T> Optional<ResolvedSetting<T>> resolve(SettingKey<T> key) {
        for (Layer layer : layers) {
            Optional<Value> written = layer.value(key);
            if (written.isPresent()) {
                return key.type()
                        .read(written.get(), problems)
                        .map(value -> new ResolvedSetting<>(
                                key,
                                value,
                                key.type().shown(value),
                                written.get().origin()));
            }
        }
        return Optional.empty();
    }
}
