package dev.migrator.core.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with the configuration, so that all of it is told at once. Not safe for use by several threads. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    /** @param sentence what is wrong and what would be right, without a full stop and without a secret */
    void add(Origin origin, String sentence) {
        found.add(origin + ": " + sentence);
    }

    /** @throws ConfigurationException where something was added */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(
                    found.stream().distinct().sorted(Comparator.naturalOrder()).toList());
        }
    }
}
