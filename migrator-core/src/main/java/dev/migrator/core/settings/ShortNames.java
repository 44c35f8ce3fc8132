package dev.migrator.core.settings;

import java.util.Map;
import java.util.Optional;

/**
 * The short words that may be typed in place of a setting's whole name. Other programs of a build know such words too, so a front end hands
 * on only those that its goal listens to.
 */
final class ShortNames {

    private static final Map<String, String> BY_SETTING = Map.of(
            "profile", "profile",
            "dryRun", "dryRun",
            "targetVersion", "target",
            "toVersion", "to",
            "count", "count",
            "migrationName", "name");

    private ShortNames() {}

    static Optional<String> of(String setting) {
        return Optional.ofNullable(BY_SETTING.get(setting));
    }
}
