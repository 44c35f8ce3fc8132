package dev.migrator.migration;

import dev.migrator.error.MigratorException;
import java.util.List;
import java.util.stream.Collectors;

/** Migrations cannot be replayed as they lie there; nothing has been changed. All that is wrong is said at once. */
public final class MigrationsRefusedException extends MigratorException {

    private static final long serialVersionUID = 1L;

    private final transient List<MigrationProblem> problems;

    MigrationsRefusedException(List<MigrationProblem> problems) {
        super(problem(problems), subject(problems), fix(problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the files; at least one. */
    public List<MigrationProblem> problems() {
        return problems;
    }

    static void throwIfAny(List<MigrationProblem> problems) {
        if (!problems.isEmpty()) {
            throw new MigrationsRefusedException(problems);
        }
    }

    private static String problem(List<MigrationProblem> problems) {
        return problems.size() == 1 ? problems.get(0).problem() : "migrations cannot be replayed as they are";
    }

    private static String subject(List<MigrationProblem> problems) {
        return problems.size() == 1
                ? problems.get(0).subject()
                : problems.stream()
                        .map(found -> found.subject() + " (" + found.problem() + ")")
                        .collect(Collectors.joining("; "));
    }

    private static String fix(List<MigrationProblem> problems) {
        return problems.stream().map(MigrationProblem::fix).distinct().collect(Collectors.joining(". "));
    }
}
