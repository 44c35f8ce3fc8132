package dev.migrator.maven;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The properties of a build that are ours. Maven hands over those that were meant for other plugins too, and {@code -Dtarget} or
 * {@code -Dcount} may be theirs; so a short name counts only for a goal that listens to it.
 */
final class TypedProperties {

    private static final String OURS = "migrator.";

    private TypedProperties() {}

    /**
     * What {@code MAVEN_OPTS} sets of ours, and over it what was typed.
     *
     * @param shortNames that the goal listens to
     */
    static Map<String, String> of(Properties system, Properties user, Set<String> shortNames) {
        Map<String, String> all = new HashMap<>();
        add(system, Set.of(), all);
        add(user, shortNames, all);
        return all;
    }

    private static void add(Properties properties, Set<String> shortNames, Map<String, String> to) {
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(OURS) || shortNames.contains(name))
                .forEach(name -> to.put(name, properties.getProperty(name)));
    }
}
