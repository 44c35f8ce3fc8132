package dev.migrator.core.settings;

/** What a profile's owner has decided about personal data in it. */
public enum PersonalDataDecision {
    /** There are none. */
    NONE,

    /** There are some, and {@code mask} replaces them before they leave the database. */
    MASKED,

    /** There are some, and they are uploaded as they are. */
    RAW
}
