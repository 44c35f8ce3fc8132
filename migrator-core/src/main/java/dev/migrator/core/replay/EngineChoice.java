package dev.migrator.core.replay;

import dev.migrator.core.settings.ReplayKeys;
import dev.migrator.core.settings.ReplayWith;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which engine a project has: the one that its settings name, or the only one that there are signs of. */
final class EngineChoice {

    private EngineChoice() {}

    /**
     * The engine.
     *
     * @return SQL files where there is no sign of any
     * @throws ReplayException where there are signs of several
     */
    static ReplayWith of(Settings settings) {
        return settings.find(ReplayKeys.REPLAY).orElseGet(() -> found(settings));
    }

    private static ReplayWith found(Settings settings) {
        if (settings.find(ReplayKeys.REPLAY_COMMAND).isPresent()) {
            return ReplayWith.COMMAND;
        }
        Map<ReplayWith, String> signs = new EnumMap<>(ReplayWith.class);
        if (!settings.isDefault(SettingKeys.MIGRATIONS_DIRECTORY)
                || Files.isDirectory(
                        settings.get(SettingKeys.MIGRATIONS_DIRECTORY).resolve("common"))) {
            signs.put(ReplayWith.SQL, settings.shown(settings.get(SettingKeys.MIGRATIONS_DIRECTORY)));
        }
        for (ReplayWith tool : new ReplayWith[] {ReplayWith.FLYWAY, ReplayWith.LIQUIBASE}) {
            if (settings.build().uses(tool.toString())) {
                signs.put(tool, "a plugin or dependency");
            }
        }
        if (signs.size() > 1) {
            throw new ReplayException(
                    "the project has several engines for migrations",
                    signs.entrySet().stream()
                            .map(sign -> sign.getKey() + " (" + sign.getValue() + ")")
                            .collect(Collectors.joining(", ")),
                    "Name one by replay: " + signs.keySet().iterator().next()
                            + " in migrator.yaml or profile.yaml, or by -Dmigrator.replay");
        }
        return signs.isEmpty() ? ReplayWith.SQL : signs.keySet().iterator().next();
    }
}
