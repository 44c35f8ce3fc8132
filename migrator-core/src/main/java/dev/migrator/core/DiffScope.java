package dev.migrator.core;

import dev.migrator.catalog.CatalogScope;
import dev.migrator.catalog.ObjectPattern;
import dev.migrator.core.settings.DiffKeys;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.MigrationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What diff looks at: what the settings choose, without the tables that only say which migrations have run, and
 * without subscriptions where they are not carried. */
final class DiffScope {

    private DiffScope() {}

    static CatalogScope of(Settings settings) {
        List<ObjectPattern> excluded =
                new ArrayList<>(settings.find(DiffKeys.EXCLUDE).orElse(List.of()));
        excluded.addAll(tracking(settings.get(SettingKeys.TRACKING_SCHEMA)));
        if (!settings.get(SettingKeys.SUBSCRIPTIONS)) {
            excluded.addAll(ObjectPattern.parse("kind:subscription").stream().toList());
        }
        return new CatalogScope(settings.find(DiffKeys.INCLUDE).orElse(List.of()), excluded);
    }

    /** Another schema than our own may hold the application's objects too, so only the tables are left out of it. */
    private static List<ObjectPattern> tracking(String schema) {
        String pattern = schema.equals(MigrationSettings.DEFAULT_SCHEMA)
                ? "schema:" + schema
                : "table:" + schema + ".schema_migrations*";
        return Stream.of(
                        pattern,
                        "table:*.flyway_schema_history",
                        "table:*.databasechangelog",
                        "table:*.databasechangeloglock")
                .flatMap(text -> ObjectPattern.parse(text).stream())
                .toList();
    }
}
