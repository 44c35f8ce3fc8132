package dev.migrator.profile.capture;

import java.util.Locale;

/** What a profile's owner has decided about personal data in the rows: never a default. */
public enum PersonalData {
    /** There are none. */
    NONE,

    /** There are some, and masks replace them before they leave the database. */
    MASKED,

    /** There are some, and they are captured as they are. */
    RAW;

    /** As profile.yaml and the manifest write it: {@code masked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
