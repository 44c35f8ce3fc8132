package dev.migrator.core.settings;

import java.nio.file.Path;

/**
 * Where a value was written.
 *
 * @param text as people find it: {@code profiles/migrator.yaml:3}, {@code -Dmigrator.store}, {@code environment MIGRATOR_STORE},
 *     {@code POM}, {@code default}
 * @param folder that a relative path in the value starts from; absolute
 */
public record Origin(String text, Path folder) {

    static final String DEFAULT = "default";

    private static final String OPTION = "-D";
    private static final String VARIABLE = "environment ";

    static Origin option(String name, Path folder) {
        return new Origin(OPTION + name, folder);
    }

    static Origin variable(String name, Path folder) {
        return new Origin(VARIABLE + name, folder);
    }

    boolean isDefault() {
        return text.equals(DEFAULT);
    }

    /** Whether somebody said it for this run, rather than for all machines and runs that share a file. */
    public boolean isOfThisRun() {
        return text.startsWith(OPTION) || text.startsWith(VARIABLE);
    }

    @Override
    public String toString() {
        return text;
    }
}
