package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.Database;
import dev.migrator.profile.database.PendingMedia;
import dev.migrator.profile.disk.Disk;
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

    /** Puts in place what a restore on this server has staged that was killed after its database was there. */
    void completeFor(Database server, Disk disk) {
        new PendingMedia(disk).complete(server, settings.get(SettingKeys.MEDIA_DIRECTORY));
    }
}
