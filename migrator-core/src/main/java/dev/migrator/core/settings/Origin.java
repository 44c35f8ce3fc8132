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

    boolean isDefault() {
        return text.equals(DEFAULT);
    }

    @Override
    public String toString() {
        return text;
    }
}
