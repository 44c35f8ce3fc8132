package dev.migrator.core.settings;

import java.util.List;
import java.util.Map;

/** The settings that only migrations have; they stand in the list of {@link SettingKeys} too. */
public final class MigrationKeys {

    public static final SettingKey<Map<String, String>> PLACEHOLDERS = new SettingKey<>(
            "placeholders",
            new PlaceholdersType(),
            null,
            Place.ANYWHERE,
            "Values of what stands in migrations as ${name}");

    static final List<SettingKey<?>> ALL = List.of(PLACEHOLDERS);

    private MigrationKeys() {}
}
