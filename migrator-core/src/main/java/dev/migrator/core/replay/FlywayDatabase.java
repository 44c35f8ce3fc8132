package dev.migrator.core.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flyway on one database: the few calls of its public interface that stay the same from version to version. */
final class FlywayDatabase {

    private static final String FLYWAY = "org.flywaydb.core.Flyway";
    private static final String INFO = "org.flywaydb.core.api.MigrationInfoService";

    private final Mirror mirror;
    private final Object flyway;

    FlywayDatabase(Mirror mirror, Object flyway) {
        this.mirror = mirror;
        this.flyway = flyway;
    }

    void migrate() {
        mirror.call(FLYWAY, flyway, "migrate");
    }

    List<FlywayMigration> pending() {
        return list("pending");
    }

    List<FlywayMigration> all() {
        return list("all");
    }

    /** Of the newest row of the history; 0 where there is none. */
    int newestRank() {
        return all().stream().mapToInt(FlywayMigration::rank).max().orElse(0);
    }

    /** Null where none is applied. */
    @Nullable
    String currentVersion() {
        Object current = mirror.call(INFO, info(), "current");
        return current == null ? null : new FlywayMigration(mirror, current).version();
    }

    private List<FlywayMigration> list(String which) {
        List<FlywayMigration> found = new ArrayList<>();
        Arrays.stream((Object[]) mirror.get(INFO, info(), which))
                .forEach(one -> found.add(new FlywayMigration(mirror, one)));
        return found;
    }

    private Object info() {
        return mirror.get(FLYWAY, flyway, "info");
    }
}
