package dev.migrator.core.settings;

/** What an upload does with a column that is neither masked nor listed to be kept. */
public enum Unclassified {
    /** It is an error, so that a new column never leaves the database unseen. */
    FAIL,

    /** It is uploaded as it is. */
    KEEP
}
