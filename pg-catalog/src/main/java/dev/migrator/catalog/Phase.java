package dev.migrator.catalog;

/** When a statement of a {@link DdlPlan} has to run, seen from the rows that are loaded between the first phase and the second. */
public enum Phase {
    /** Everything that a row needs in order to be stored. */
    BEFORE_ROWS,
    /** What is built once over all rows: indexes, PRIMARY KEY, UNIQUE, EXCLUDE. */
    KEYS_AND_INDEXES,
    /** Foreign keys, each of which reads two tables. */
    FOREIGN_KEYS,
    /** What needs a key, must not see rows arrive, or must not fire: views over keys, materialized views, triggers, rules, policies … */
    LATE
}
