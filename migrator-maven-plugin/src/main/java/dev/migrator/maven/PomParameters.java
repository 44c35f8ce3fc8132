package dev.migrator.maven;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a goal's parameters say, by the settings' names. Not safe for use by several threads. */
final class PomParameters {

    private final Map<String, String> said = new HashMap<>();

    /** @param value null where the parameter is not set */
    void add(String setting, @Nullable String value) {
        if (value != null) {
            said.put(setting, value);
        }
    }

    Map<String, String> asMap() {
        return Map.copyOf(said);
    }
}
