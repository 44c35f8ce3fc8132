package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where restored media folders lie: one folder each, {@code target/migrator/media/<name>} unless told otherwise. */
record MediaPlaces(Settings settings) {

    Map<String, Path> of(Stream<String> names) {
        Path root = settings.get(SettingKeys.MEDIA_DIRECTORY);
        return names.collect(Collectors.toMap(Function.identity(), root::resolve));
    }
}
