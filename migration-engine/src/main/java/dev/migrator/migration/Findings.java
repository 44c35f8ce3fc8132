package dev.migrator.migration;

import java.util.ArrayList;
import java.util.List;

/** The problems that were found before anything runs, as far as the policies care. Not safe for use by several threads. */
final class Findings {

    private final Policies policies;
    private final List<MigrationProblem> fatal = new ArrayList<>();
    private final List<MigrationProblem> warnings = new ArrayList<>();

    Findings(Policies policies) {
        this.policies = policies;
    }

    void add(MigrationProblem problem) {
        switch (policies.of(problem.kind())) {
            case FAIL -> fatal.add(problem);
            case WARN -> warnings.add(problem);
            case IGNORE -> {}
        }
    }

    /** @throws MigrationsRefusedException with all that is fatal */
    void refuse() {
        MigrationsRefusedException.throwIfAny(fatal);
    }

    /** What is to be told. */
    List<MigrationProblem> warnings() {
        return List.copyOf(warnings);
    }
}
