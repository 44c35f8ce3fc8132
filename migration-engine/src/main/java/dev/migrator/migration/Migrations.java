package dev.migrator.migration;

import java.util.Comparator;
import java.util.List;

/**
 * The migrations of one profile: the common ones and its own, in the one order in which they run.
 *
 * @param profile the profile's name
 * @param files ascending by version; no version occurs twice
 * @param repeatables in the order of their names
 * @param warnings what is wrong with them and was not to stop anything
 */
public record Migrations(
        String profile, List<Migration> files, List<RepeatableMigration> repeatables, List<MigrationProblem> warnings) {

    static final String COMMON = "common";
    static final String OWN_SUFFIX = "-only";

    public Migrations {
        files = files.stream().sorted(Comparator.comparing(Migration::version)).toList();
        repeatables = List.copyOf(repeatables);
        warnings = List.copyOf(warnings);
    }

    /** Whether there is nothing to run. */
    public boolean isEmpty() {
        return files.isEmpty() && repeatables.isEmpty();
    }

    /** Whether a file of that name would be one of this profile's, so that it may not be missing once it has been applied. */
    boolean covers(String filename) {
        return filename.startsWith(COMMON + "/") || filename.startsWith(profile + OWN_SUFFIX + "/");
    }
}
