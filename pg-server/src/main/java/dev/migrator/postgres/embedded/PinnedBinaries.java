package dev.migrator.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** The one release of PostgreSQL's binaries that this version of the product runs for each major. */
public final class PinnedBinaries {

    private PinnedBinaries() {}

    /**
     * The release for a major: {@code 17.11.0}.
     *
     * @throws EmbeddedServerException where there is none, naming those that there are
     */
    public static String version(int major) {
        String version = read().getProperty(Integer.toString(major));
        if (version == null) {
            throw new EmbeddedServerException(
                    "no embedded PostgreSQL of this major",
                    Integer.toString(major),
                    "Set postgres to one of " + majors() + " in migrator.yaml, or give the URL of a server");
        }
        return version;
    }

    /** The majors that can be run, ascending. */
    public static SortedSet<Integer> majors() {
        SortedSet<Integer> majors = new TreeSet<>();
        for (String major : read().stringPropertyNames()) {
            majors.add(Integer.valueOf(major));
        }
        return majors;
    }

    private static Properties read() {
        Properties versions = new Properties();
        try (InputStream resource = PinnedBinaries.class.getResourceAsStream("binaries.properties")) {
            versions.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
