package dev.migrator.migration;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What is done about each kind of problem. Where the run goes on: what has changed, is missing or took a number that was used counts as
 * applied; what is out of order is run; of two with one number the profile's own is run, else the first; what is empty is recorded; what
 * has a bad name or cannot be read is left out.
 *
 * @param chosen for some kinds; the others fail, but for a gap, of which is warned
 */
public record Policies(Map<MigrationProblem.Kind, Policy> chosen) {

    /** Nothing chosen. */
    public static final Policies DEFAULTS = new Policies(Map.of());

    /** Those about which a project may choose; about the others there is nothing to be done but to mend them. */
    public static final Set<MigrationProblem.Kind> CHOOSABLE =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(
                    MigrationProblem.Kind.MISSING_DIRECTORY,
                    MigrationProblem.Kind.REFUSED_STATEMENT,
                    MigrationProblem.Kind.NO_ROLLBACK,
                    MigrationProblem.Kind.NO_SUCH_VERSION)));

    public Policies {
        chosen = Map.copyOf(chosen);
    }

    /** What is done about a problem of that kind. */
    public Policy of(MigrationProblem.Kind kind) {
        return chosen.getOrDefault(kind, kind == MigrationProblem.Kind.GAP ? Policy.WARN : Policy.FAIL);
    }
}
