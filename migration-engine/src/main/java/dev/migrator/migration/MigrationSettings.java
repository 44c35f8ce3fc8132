package dev.migrator.migration;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How migrations are run.
 *
 * @param trackingSchema the schema that holds {@code schema_migrations}; created if it is not there
 * @param baseline a database that tracks nothing yet already contains all migrations up to this one; null: it contains none
 * @param target the last migration to apply; null for all
 * @param policies what is done about problems
 * @param placeholders values by name
 * @param limits how long to wait for what
 */
public record MigrationSettings(
        String trackingSchema,
        @Nullable MigrationVersion baseline,
        @Nullable MigrationVersion target,
        Policies policies,
        Map<String, String> placeholders,
        Limits limits) {

    /**
     * How long to wait for what.
     *
     * @param lockWait for somebody else who is migrating the same database
     * @param lockTimeout for a lock on a table; zero: for ever
     * @param statementTimeout for a statement to end; zero: for ever
     * @param retries how often a file is tried again that lost a lock, a deadlock or a serialization failure to others
     */
    public record Limits(Duration lockWait, Duration lockTimeout, Duration statementTimeout, int retries) {}

    /** The schema that is used where nobody says another. */
    public static final String DEFAULT_SCHEMA = "migrator";

    /** Ten minutes for others who migrate, no other limit, three retries. */
    public static final Limits DEFAULT_LIMITS = new Limits(Duration.ofMinutes(10), Duration.ZERO, Duration.ZERO, 3);

    /** Tracked in schema {@code migrator}, nothing contained, all to be applied. */
    public static final MigrationSettings DEFAULTS =
            new MigrationSettings(DEFAULT_SCHEMA, null, null, Policies.DEFAULTS, Map.of(), DEFAULT_LIMITS);

    public MigrationSettings {
        placeholders = Map.copyOf(placeholders);
    }

    /** The same, tracked in another schema. */
    public MigrationSettings withTrackingSchema(String schema) {
        return new MigrationSettings(schema, baseline, target, policies, placeholders, limits);
    }

    /** The same for databases that contain the migrations up to {@code version}, that one included; null for none. */
    public MigrationSettings withBaseline(@Nullable MigrationVersion version) {
        return new MigrationSettings(trackingSchema, version, target, policies, placeholders, limits);
    }

    /** The same up to {@code version}, that one included; null for all. */
    public MigrationSettings withTarget(@Nullable MigrationVersion version) {
        return new MigrationSettings(trackingSchema, baseline, version, policies, placeholders, limits);
    }

    /** The same with other policies. */
    public MigrationSettings withPolicies(Policies others) {
        return new MigrationSettings(trackingSchema, baseline, target, others, placeholders, limits);
    }

    /** The same with these placeholders. */
    public MigrationSettings withPlaceholders(Map<String, String> values) {
        return new MigrationSettings(trackingSchema, baseline, target, policies, values, limits);
    }

    /** The same within other limits. */
    public MigrationSettings withLimits(Limits others) {
        return new MigrationSettings(trackingSchema, baseline, target, policies, placeholders, others);
    }

    /** The same, waiting so long for somebody else. */
    public MigrationSettings withLockWait(Duration wait) {
        return withLimits(new Limits(wait, limits.lockTimeout(), limits.statementTimeout(), limits.retries()));
    }
}
