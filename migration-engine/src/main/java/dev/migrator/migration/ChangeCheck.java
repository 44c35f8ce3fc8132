package dev.migrator.migration;

import dev.migrator.migration.MigrationProblem.Kind;
import dev.migrator.migration.internal.script.Placeholders;
import dev.migrator.migration.internal.script.Script;
import dev.migrator.migration.internal.script.ScriptCheck;
import dev.migrator.migration.internal.script.ScriptFault;
import dev.migrator.migration.internal.script.StatementRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files that are going to run, so that what they may not hold is told before the first of them has changed anything. */
final class ChangeCheck {

    private final History history;
    private final Placeholders placeholders;
    private final boolean standardConformingStrings;
    private final Findings findings;

    /** @param standardConformingStrings the setting of the session that is going to run them */
    ChangeCheck(History history, Placeholders placeholders, boolean standardConformingStrings, Findings findings) {
        this.history = history;
        this.placeholders = placeholders;
        this.standardConformingStrings = standardConformingStrings;
        this.findings = findings;
    }

    /** Reads all that a plan runs; what is wrong goes to the findings. */
    List<Change> read(ReplayPlan plan) {
        List<Change> changes = new ArrayList<>();
        for (Migration migration : plan.pending()) {
            Script script = new Script(migration.path(), Script.Part.FORWARD, placeholders);
            add(changes, Operation.MIGRATE, migration.version(), migration.filename(), migration.checksum(), script);
        }
        for (RepeatableMigration file : plan.repeatables()) {
            Script script = new Script(file.path(), Script.Part.WHOLE, placeholders);
            add(changes, Operation.REPEATABLE, null, file.filename(), file.checksum(), script);
        }
        return changes;
    }

    /** Reads how migrations are taken back; one that does not say it is among the findings. */
    List<Change> readRollbacks(List<Migration> migrations) {
        List<Change> changes = new ArrayList<>();
        for (Migration migration : migrations) {
            Script script = migration.rollback() == null
                    ? new Script(migration.path(), Script.Part.ROLLBACK, placeholders)
                    : new Script(migration.rollback(), Script.Part.WHOLE, placeholders);
            String filename = migration.rollback() == null
                    ? migration.filename()
                    : migration.filename().replaceFirst("\\.sql$", ".rollback.sql");
            add(changes, Operation.ROLLBACK, migration.version(), filename, null, script);
        }
        return changes;
    }

    private void add(
            List<Change> changes,
            Operation operation,
            @Nullable MigrationVersion version,
            String filename,
            @Nullable String checksum,
            Script script) {
        try {
            ScriptCheck.Summary summary =
                    ScriptCheck.of(script, StatementRules.OUR_TRANSACTIONS, standardConformingStrings);
            if (summary.statements() == 0) {
                findings.add(operation == Operation.ROLLBACK ? noRollback(filename) : empty(filename));
            }
            changes.add(new Change(
                    operation,
                    version,
                    filename,
                    checksum,
                    script,
                    summary,
                    history.resumption(operation, version, filename)));
        } catch (ScriptFault fault) {
            findings.add(new MigrationProblem(
                    Kind.REFUSED_STATEMENT, filename + ", line " + fault.line(), fault.problem(), fault.fix()));
        } catch (IOException e) {
            findings.add(MigrationProblem.unreadable(filename, e));
        }
    }

    private static MigrationProblem empty(String filename) {
        return new MigrationProblem(
                Kind.EMPTY, filename, "migration holds no statement", "Write it, or remove the file");
    }

    private static MigrationProblem noRollback(String filename) {
        return new MigrationProblem(
                Kind.NO_ROLLBACK,
                filename,
                "migration does not say how to take it back",
                "Write the statements behind a line '-- rollback' in it, or into "
                        + filename.replaceFirst("(\\.rollback)?\\.sql$", ".rollback.sql"));
    }
}
