package dev.migrator.core;

import dev.migrator.core.settings.ProfileKind;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the folder of a profile, with a commented {@code profile.yaml} that says what there is to decide. */
public final class NewProfile {

    private final Settings settings;
    private final Effects effects;
    private final ProfilesDirectory profiles;
    private final List<Path> written = new ArrayList<>();

    public NewProfile(Settings settings, Effects effects) {
        this.settings = settings;
        this.effects = effects;
        this.profiles = new ProfilesDirectory(settings);
    }

    /**
     * Writes the files; {@code migrator.yaml} too where there is none yet.
     *
     * @return the files that were written, as messages call them
     * @throws ProfileException where the profile exists
     */
    public List<String> create() {
        ProfileFolder folder = profiles.folder(settings.profile());
        if (folder.exists()) {
            throw ProfileException.exists(folder.name(), settings.shown(folder.settingsFile()));
        }
        if (!Files.exists(profiles.projectFile())) {
            write(folder, profiles.projectFile(), "migrator.yaml");
        }
        if (settings.get(SettingKeys.KIND) == ProfileKind.CLEAN_DB) {
            write(folder, folder.schemaFile(), "schema.sql");
            write(folder, folder.dataFile(), "data.sql");
            write(folder, folder.settingsFile(), "clean-db.yaml");
        } else {
            write(folder, folder.settingsFile(), "user-generated.yaml");
        }
        return written.stream().map(settings::shown).toList();
    }

    private void write(ProfileFolder folder, Path file, String template) {
        String text = template(template).replace("${profile}", folder.name().value());
        folder.write(effects.disk(), file, text.getBytes(StandardCharsets.UTF_8));
        written.add(file);
    }

    private static String template(String name) {
        try (InputStream resource = NewProfile.class.getResourceAsStream("new-profile/" + name)) {
            return new String(Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
