package dev.migrator.profile.database;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.internal.Sha256;
import java.nio.charset.StandardCharsets;

/** The names of the databases that profiles are restored into. */
public final class Targets {

    /** PostgreSQL cuts longer identifiers off, so that two of them could become one. */
    static final int LONGEST_NAME = 63;

    private static final String PREFIX = "test_";

    private Targets() {}

    /** {@code test_<profile>}, so that tests never run on live data by mistake; a name too long for PostgreSQL ends in a hash of itself. */
    public static String nameFor(ProfileName profile) {
        String name = PREFIX + profile.value();
        return fits(name)
                ? name
                : name.substring(0, LONGEST_NAME - 9) + '_' + Sha256.hex(name).substring(0, 8);
    }

    static boolean fits(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }
}
