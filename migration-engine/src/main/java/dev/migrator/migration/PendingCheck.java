package dev.migrator.migration;

import dev.migrator.migration.MigrationProblem.Kind;
import dev.migrator.migration.internal.script.ScriptCheck;
import dev.migrator.migration.internal.script.ScriptFault;
import dev.migrator.migration.internal.script.StatementRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the files that are going to run, so that what they may not hold is told before the first of them has changed anything. */
final class PendingCheck {

    private final boolean standardConformingStrings;
    private final List<MigrationProblem> problems = new ArrayList<>();

    private PendingCheck(boolean standardConformingStrings) {
        this.standardConformingStrings = standardConformingStrings;
    }

    /**
     * Reads all of them.
     *
     * @param standardConformingStrings the setting of the session that is going to run them
     * @throws MigrationsRefusedException with all that is wrong
     */
    static void of(List<Migration> pending, boolean standardConformingStrings) {
        PendingCheck check = new PendingCheck(standardConformingStrings);
        pending.forEach(check::read);
        MigrationsRefusedException.throwIfAny(check.problems);
    }

    private void read(Migration migration) {
        try {
            if (ScriptCheck.statements(migration.path(), StatementRules.ONE_TRANSACTION, standardConformingStrings)
                    == 0) {
                problems.add(new MigrationProblem(
                        Kind.EMPTY,
                        migration.filename(),
                        "migration holds no statement",
                        "Write it, or remove the file"));
            }
        } catch (ScriptFault fault) {
            problems.add(new MigrationProblem(
                    Kind.REFUSED_STATEMENT,
                    migration.filename() + ", line " + fault.line(),
                    fault.problem(),
                    fault.fix()));
        } catch (IOException e) {
            problems.add(MigrationProblem.unreadable(migration.filename(), e));
        }
    }
}
