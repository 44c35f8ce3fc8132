package dev.migrator.core.settings;

import dev.migrator.profile.ProfileName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every setting of one run, each value with its origin. Immutable. */
public final class Settings {

    private final Map<SettingKey<?>, ResolvedSetting<?>> resolved;
    private final SettingSources sources;

    Settings(Map<SettingKey<?>, ResolvedSetting<?>> resolved, SettingSources sources) {
        this.resolved = Map.copyOf(resolved);
        this.sources = sources;
    }

    /**
     * Reads all places and lets the strongest win: {@code -D}, environment, POM, profile.yaml, migrator.yaml, {@code <server>} of
     * settings.xml, default.
     *
     * @throws ConfigurationException with all that is wrong in any of them
     * @throws ProfileName.InvalidProfileNameException where the profile's name is none; then no file is looked for
     */
    public static Settings resolve(SettingSources sources) {
        return new SettingsResolver(sources).resolve();
    }

    /** Whether the goal is to do nothing; asked before any file is read, so that a goal can be skipped whatever they say. */
    public static boolean skip(SettingSources sources) {
        return new SettingsResolver(sources).skip();
    }

    /** The value of a setting that has a default. */
    public <T> T get(SettingKey<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException(key + " has no default"));
    }

    /** The value; empty where nobody says anything and there is no default. */
    public <T> Optional<T> find(SettingKey<T> key) {
        return setting(key).map(ResolvedSetting::value);
    }

    /**
     * The value of a setting that the goal cannot do without.
     *
     * @throws MissingSettingException where nobody says anything, telling how to
     */
    public <T> T require(SettingKey<T> key) {
        return find(key).orElseThrow(() -> new MissingSettingException(key));
    }

    /** The profile to work on. */
    public ProfileName profile() {
        return require(SettingKeys.PROFILE);
    }

    /** The value with its origin. */
    @SuppressWarnings("unchecked") // the resolver puts each key's own type beside it
    public <T> Optional<ResolvedSetting<T>> setting(SettingKey<T> key) {
        return Optional.ofNullable((ResolvedSetting<T>) resolved.get(key));
    }

    /** All that have a value, in the order of {@link SettingKeys#all()}. */
    public List<ResolvedSetting<?>> all() {
        List<ResolvedSetting<?>> all = new ArrayList<>();
        SettingKeys.all().forEach(key -> setting(key).ifPresent(all::add));
        return all;
    }

    /** Whether nobody says anything, so that the default holds. */
    public boolean isDefault(SettingKey<?> key) {
        return setting(key)
                .map(ResolvedSetting::origin)
                .filter(Origin::isDefault)
                .isPresent();
    }

    /** The settings of another profile in the same run. */
    public Settings forProfile(ProfileName profile) {
        return resolve(sources.forProfile(profile));
    }

    /** A file or folder for people: relative to the project where it lies in it. */
    public String shown(Path file) {
        return sources.shown(file);
    }

    /** Where files of a build go: {@code target/migrator}. */
    public Path outputFolder() {
        return sources.outputFolder();
    }

    /** The build of the project. */
    public ProjectBuild build() {
        return sources.build();
    }

    /** The project's folder. */
    public Path projectFolder() {
        return sources.projectFolder();
    }

    /** The id of a {@code <server>} that is named and that settings.xml does not have; empty where none is named, or where it is there. */
    public Optional<ResolvedSetting<String>> absentServer(SettingKey<String> server) {
        return setting(server)
                .filter(named -> sources.logins().apply(named.value()).isEmpty());
    }

    /** Access key and secret key of {@code s3.server}. */
    public Optional<Login> s3Login() {
        return find(SettingKeys.S3_SERVER).flatMap(sources.logins());
    }
}
