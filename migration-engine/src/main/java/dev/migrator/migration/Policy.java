package dev.migrator.migration;

/** What is done about a {@link MigrationProblem}. */
public enum Policy {
    /** Nothing runs. */
    FAIL,
    /** It is told, and the run goes on. */
    WARN,
    /** The run goes on. */
    IGNORE
}
