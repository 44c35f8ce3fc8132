package dev.migrator.core.settings;

import java.util.EnumSet;
import java.util.Set;

/** A place where settings may be written, the strongest first. */
public enum Place {
    COMMAND_LINE("-D"),
    ENVIRONMENT("the environment"),
    POM("the POM"),
    PROFILE_FILE("profile.yaml"),
    PROJECT_FILE("migrator.yaml");

    static final Set<Place> ANYWHERE = EnumSet.allOf(Place.class);

    /** What belongs to a project or a machine and is the same for all of its profiles. */
    static final Set<Place> PROJECT_WIDE = EnumSet.complementOf(EnumSet.of(PROFILE_FILE));

    /** What belongs to one run or one build, and to no file that is committed beside the data. */
    static final Set<Place> OUTSIDE_FILES = EnumSet.of(COMMAND_LINE, ENVIRONMENT, POM);

    /** What must be said anew for each run. */
    static final Set<Place> THIS_RUN = EnumSet.of(COMMAND_LINE, ENVIRONMENT);

    /** What may stand neither on a command line, where others see it, nor in a file that is committed. */
    static final Set<Place> ENVIRONMENT_ONLY = EnumSet.of(ENVIRONMENT);

    /** What is decided once and reviewed. */
    static final Set<Place> FILES = EnumSet.of(PROFILE_FILE, PROJECT_FILE);

    /** What is decided once for a profile and reviewed with it. */
    static final Set<Place> PROFILE_ONLY = EnumSet.of(PROFILE_FILE);

    /** What a file says, and what the goal that writes this file is told. */
    static final Set<Place> PROFILE_OR_COMMAND = EnumSet.of(COMMAND_LINE, POM, PROFILE_FILE);

    private final String words;

    Place(String words) {
        this.words = words;
    }

    /** How messages call it. */
    public String words() {
        return words;
    }
}
