package dev.migrator.catalog.kind;

import dev.migrator.catalog.Phase;

/**
 * The finer steps inside the {@link Phase}s. An object is made at its kind's stage or, where it needs something of a later one, at that:
 * stages only grow along dependencies.
 */
public enum Stage {
    BEFORE_ROWS(Phase.BEFORE_ROWS),
    KEYS_AND_INDEXES(Phase.KEYS_AND_INDEXES),
    FOREIGN_KEYS(Phase.FOREIGN_KEYS),
    LATE(Phase.LATE),
    /** After every owner is right, since a change of owner rewrites the privileges. */
    PRIVILEGES(Phase.LATE),
    /** A materialized view is filled with its owner's rights, so after the privileges. */
    REFRESH(Phase.LATE),
    /** Default privileges would apply to the objects made after them. */
    DEFAULT_PRIVILEGES(Phase.LATE),
    /** Event triggers would fire for the statements of all stages before. */
    EVENT_TRIGGERS(Phase.LATE);

    private final Phase phase;

    Stage(Phase phase) {
        this.phase = phase;
    }

    public Phase phase() {
        return phase;
    }

    /**
     * The stage of an object made at this stage that needs one of the other: whatever needs a key but is no key itself is late, so that
     * the phases between hold nothing but keys.
     */
    public Stage afterNeeding(Stage needed) {
        if (needed.compareTo(this) <= 0) {
            return this;
        }
        return this == BEFORE_ROWS && needed.compareTo(LATE) < 0 ? LATE : needed;
    }
}
