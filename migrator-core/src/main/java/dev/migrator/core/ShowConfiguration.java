package dev.migrator.core;

import dev.migrator.core.settings.ResolvedSetting;
import dev.migrator.core.settings.SettingKey;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what each setting is and where that comes from; secrets are {@code ***}. */
public final class ShowConfiguration {

    private final Settings settings;

    public ShowConfiguration(Settings settings) {
        this.settings = settings;
    }

    /** One line for each setting, in the order of {@link SettingKeys#all()}. */
    public List<String> lines() {
        int names = SettingKeys.all().stream()
                .mapToInt(key -> key.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (SettingKey<?> key : SettingKeys.all()) {
            Optional<? extends ResolvedSetting<?>> setting = settings.setting(key);
            String value =
                    setting.map(s -> s.shown() + "  (" + s.origin() + ")").orElse("-");
            lines.add(key.name() + " ".repeat(names - key.name().length()) + "  " + value);
        }
        return lines;
    }
}
