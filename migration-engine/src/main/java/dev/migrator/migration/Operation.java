package dev.migrator.migration;

import java.util.Locale;

/** What an attempt was about. */
public enum Operation {
    /** A migration was run. */
    MIGRATE,
    /** A repeatable file was run. */
    REPEATABLE,
    /** A migration was known to be contained, and not run. */
    BASELINE,
    /** A migration was taken back. */
    ROLLBACK,
    /** The record itself was corrected. */
    REPAIR;

    /** As the tracking table holds it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Operation of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether it says, where it succeeded and was not undone, that the migration is in the database. */
    boolean leavesApplied() {
        return this == MIGRATE || this == BASELINE;
    }
}
