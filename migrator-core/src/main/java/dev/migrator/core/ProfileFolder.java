package dev.migrator.core;

import dev.migrator.core.settings.ProfileKind;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.RefFile;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.disk.DiskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** What is committed for one profile. */
record ProfileFolder(ProfileName name, Path path) {

    boolean exists() {
        return Stream.of(settingsFile(), refFile(), schemaFile()).anyMatch(Files::isRegularFile);
    }

    /** @throws ProfileException where the profile's data lie in Git, and no snapshot is taken of them */
    void requireSnapshots(Settings settings, String goal) {
        if (settings.get(SettingKeys.KIND) == ProfileKind.CLEAN_DB) {
            throw ProfileException.withoutSnapshots(name, goal);
        }
    }

    /** @throws dev.migrator.profile.RefException where the profile has no ref yet, or somebody edited it */
    void requireRef() {
        RefFile.read(refFile());
    }

    Path settingsFile() {
        return path.resolve("profile.yaml");
    }

    /** The ref. */
    Path refFile() {
        return path.resolve("snapshot.json");
    }

    /** The schema after the replay, so that what migrations do is reviewed. */
    Path resultFile() {
        return path.resolve("result.sql");
    }

    /** The schema of a clean-db profile. */
    Path schemaFile() {
        return path.resolve("schema.sql");
    }

    /** The rows of a clean-db profile. */
    Path dataFile() {
        return path.resolve("data.sql");
    }

    /** Writes a file whose content is new; what would not change is left alone, time stamp and all. */
    boolean write(Disk disk, Path file, byte[] content) {
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
            disk.replace(file, content);
            return true;
        } catch (IOException e) {
            throw DiskException.writing(path, "set migrator.profilesDirectory", e);
        }
    }
}
