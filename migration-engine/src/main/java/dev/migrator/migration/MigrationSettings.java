package dev.migrator.migration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How migrations are replayed.
 *
 * @param trackingSchema the schema that holds {@code schema_migrations}; created if it is not there
 * @param baseline a database that tracks nothing yet already contains all migrations up to this one; null: it contains none
 * @param lockWait how long to wait for somebody else who is migrating the same database
 */
public record MigrationSettings(
        String trackingSchema, @Nullable MigrationVersion baseline, Duration lockWait) {

    /** The schema that is used where nobody says another. */
    public static final String DEFAULT_SCHEMA = "migrator";

    /** Tracked in schema {@code migrator}, nothing contained, ten minutes to wait. */
    public static final MigrationSettings DEFAULTS =
            new MigrationSettings(DEFAULT_SCHEMA, null, Duration.ofMinutes(10));

    /** The same, tracked in another schema. */
    public MigrationSettings withTrackingSchema(String schema) {
        return new MigrationSettings(schema, baseline, lockWait);
    }

    /** The same for databases that contain the migrations up to {@code version}, that one included; null for none. */
    public MigrationSettings withBaseline(@Nullable MigrationVersion version) {
        return new MigrationSettings(trackingSchema, version, lockWait);
    }

    /** The same, waiting so long for somebody else. */
    public MigrationSettings withLockWait(Duration wait) {
        return new MigrationSettings(trackingSchema, baseline, wait);
    }
}
