package dev.migrator.core.replay;

import dev.migrator.migration.ReadStatus.State;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One migration as Flyway's own {@code info} tells of it. */
final class FlywayMigration {

    private static final String TYPE = "org.flywaydb.core.api.MigrationInfo";

    private final Mirror mirror;
    private final Object info;

    FlywayMigration(Mirror mirror, Object info) {
        this.mirror = mirror;
        this.info = info;
    }

    /** File or class: {@code V1__note.sql}. */
    String script() {
        return String.valueOf(mirror.call(TYPE, info, "getScript"));
    }

    /** Null for a repeatable one. */
    @Nullable
    String version() {
        Object version = mirror.call(TYPE, info, "getVersion");
        return version == null ? null : version.toString();
    }

    /** The number of its row in the history; 0 where it has none. */
    int rank() {
        return mirror.call(TYPE, info, "getInstalledRank") instanceof Integer rank ? rank : 0;
    }

    int milliseconds() {
        return mirror.call(TYPE, info, "getExecutionTime") instanceof Integer time ? time : 0;
    }

    /** Whether it is a row that Flyway makes of itself: a baseline, a schema that it has created. */
    boolean isMarker() {
        return script().startsWith("<<");
    }

    MigrationStatus status() {
        String state = String.valueOf(mirror.call(TYPE, info, "getState"));
        Date at = mirror.call(TYPE, info, "getInstalledOn") instanceof Date date ? date : null;
        return new MigrationStatus(
                version(),
                script(),
                changed(state) ? State.CHANGED : state(state),
                at == null ? null : at.toInstant(),
                why(state));
    }

    private boolean changed(String state) {
        return state.equals("SUCCESS")
                && mirror.has(TYPE, "isChecksumMatching")
                && Boolean.FALSE.equals(mirror.call(TYPE, info, "isChecksumMatching"));
    }

    private static State state(String flyways) {
        return switch (flyways) {
            case "SUCCESS", "OUT_OF_ORDER", "SUPERSEDED", "OUTDATED" -> State.APPLIED;
            case "BASELINE", "BELOW_BASELINE", "BASELINE_IGNORED" -> State.BASELINE;
            case "FAILED", "MISSING_FAILED", "FUTURE_FAILED" -> State.FAILED;
            case "UNDONE" -> State.UNDONE;
            case "MISSING_SUCCESS", "FUTURE_SUCCESS", "DELETED" -> State.MISSING;
            default -> State.PENDING;
        };
    }

    /** What Flyway will not run although it has never been applied. */
    private static @Nullable String why(String state) {
        return switch (state) {
            case "ABOVE_TARGET", "IGNORED", "AVAILABLE" -> "Flyway says " + state.toLowerCase(Locale.ROOT);
            default -> null;
        };
    }
}
