package dev.migrator.core.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, what may be written, its default, where it may be written, and what it is for. Immutable.
 *
 * @param <T> what the setting's value means
 * @see SettingKeys
 */
public final class SettingKey<T> {

    private final String name;
    private final SettingType<T> type;
    private final @Nullable String defaultText;
    private final Set<Place> places;
    private final String description;

    SettingKey(String name, SettingType<T> type, @Nullable String defaultText, Set<Place> places, String description) {
        this.name = name;
        this.type = type;
        this.defaultText = defaultText;
        this.places = Set.copyOf(places);
        this.description = description;
    }

    /** As it stands in the POM and in messages: {@code source.url}. */
    public String name() {
        return name;
    }

    /** As it stands in a file; the same name but for {@code migrations}, which reads better there. */
    public String fileName() {
        return name.equals("migrationsDirectory") ? "migrations" : name;
    }

    /** The names for {@code -D}, the usual one first: {@code migrator.source.url}. */
    public List<String> properties() {
        String whole = "migrator." + name;
        Optional<String> word = ShortNames.of(name);
        if (word.isEmpty()) {
            return List.of(whole);
        }
        return name.equals("profile") ? List.of(word.get(), whole) : List.of(whole, word.get());
    }

    /** The name in the environment: {@code MIGRATOR_SOURCE_URL}. */
    public String variable() {
        return "MIGRATOR_"
                + name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** What to write. */
    public String expected() {
        return type.expected();
    }

    /** What holds where nothing is written; empty where there is none, or where it depends on other settings. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    /** Where it may be written. */
    public Set<Place> places() {
        return places;
    }

    public boolean allowedIn(Place place) {
        return places.contains(place);
    }

    /** What it is for, a sentence without a full stop. */
    public String description() {
        return description;
    }

    SettingType<T> type() {
        return type;
    }

    @Override
    public String toString() {
        return name;
    }
}
