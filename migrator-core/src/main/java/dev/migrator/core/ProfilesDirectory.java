package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.profile.ProfileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds {@code migrator.yaml} and one folder for each profile. Immutable. */
final class ProfilesDirectory {

    private final Path directory;
    private final Settings settings;

    ProfilesDirectory(Settings settings) {
        this.settings = settings;
        this.directory = settings.get(SettingKeys.PROFILES_DIRECTORY);
    }

    /**
     * Sorted by name; folders that are no profiles are left out.
     *
     * @throws ProfileException where the directory cannot be read
     */
    List<ProfileFolder> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(ProfileName::isValid)
                    .sorted()
                    .map(name -> folder(new ProfileName(name)))
                    .filter(ProfileFolder::exists)
                    .toList();
        } catch (IOException e) {
            throw ProfileException.unreadable(settings.shown(directory), e);
        }
    }

    /** @throws ProfileException where there is no such profile, offering the one with the nearest name */
    ProfileFolder require(ProfileName profile) {
        ProfileFolder folder = folder(profile);
        if (!folder.exists()) {
            throw ProfileException.missing(
                    profile,
                    settings.shown(directory),
                    all().stream().map(known -> known.name().value()).toList());
        }
        return folder;
    }

    /** Whether it exists or not. */
    ProfileFolder folder(ProfileName profile) {
        return new ProfileFolder(profile, directory.resolve(profile.value()));
    }

    /** The file that all profiles share. */
    Path projectFile() {
        return directory.resolve("migrator.yaml");
    }
}
