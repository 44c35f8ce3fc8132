package dev.migrator.core.settings;

import dev.migrator.migration.MigrationVersion;
import dev.migrator.migration.Policies;
import java.time.Duration;
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
    public static final SettingKey<Policies> POLICIES = new SettingKey<>(
            "policies",
            new PoliciesType(),
            null,
            Place.ANYWHERE,
            "What is done about problems that are found before migrations run; all but a gap stop them where nothing is said");
    public static final SettingKey<Duration> LOCK_TIMEOUT = new SettingKey<>(
            "lockTimeout",
            ScalarType.TIME_LIMIT,
            "0",
            Place.ANYWHERE,
            "How long a statement of a migration waits for a lock on a table");
    public static final SettingKey<Duration> STATEMENT_TIMEOUT = new SettingKey<>(
            "statementTimeout", ScalarType.TIME_LIMIT, "0", Place.ANYWHERE, "How long a statement of a migration runs");
    public static final SettingKey<Integer> RETRIES = new SettingKey<>(
            "retries",
            ScalarType.wholeNumber(0, 100),
            "3",
            Place.ANYWHERE,
            "How often a migration is tried again that lost a lock, a deadlock or a serialization failure to others");
    public static final SettingKey<MigrationVersion> TARGET_VERSION = new SettingKey<>(
            "targetVersion",
            ScalarType.MIGRATION_VERSION,
            null,
            Place.OUTSIDE_FILES,
            "The last migration that is applied; migrate knows it as -Dtarget too");
    public static final SettingKey<MigrationVersion> TO_VERSION = new SettingKey<>(
            "toVersion",
            ScalarType.MIGRATION_VERSION,
            null,
            Place.THIS_RUN,
            "The migration that rollback goes back to, or up to which baseline records; -Dto is the short form");
    public static final SettingKey<Integer> COUNT = new SettingKey<>(
            "count",
            ScalarType.wholeNumber(1, 1_000_000),
            null,
            Place.THIS_RUN,
            "How many migrations rollback takes back; -Dcount is the short form");
    public static final SettingKey<String> MIGRATION_NAME = new SettingKey<>(
            "migrationName",
            ScalarType.MIGRATION_NAME,
            null,
            Place.THIS_RUN,
            "What new-migration calls its file, behind the number; -Dname is the short form");
    public static final SettingKey<Boolean> ONLY = new SettingKey<>(
            "only",
            ScalarType.YES_OR_NO,
            "false",
            Place.THIS_RUN,
            "Whether new-migration makes one that is the profile's own, in <profile>-only/");
    public static final SettingKey<DiffFormat> STATUS_FORMAT = new SettingKey<>(
            "statusFormat",
            ScalarType.oneOf(DiffFormat.class),
            "text",
            Place.OUTSIDE_FILES,
            "How status and history tell: text, or json in a file");

    static final List<SettingKey<?>> ALL = List.of(
            PLACEHOLDERS,
            POLICIES,
            LOCK_TIMEOUT,
            STATEMENT_TIMEOUT,
            RETRIES,
            TARGET_VERSION,
            TO_VERSION,
            COUNT,
            MIGRATION_NAME,
            ONLY,
            STATUS_FORMAT);

    private MigrationKeys() {}
}
