package dev.migrator.migration;

import dev.migrator.migration.MigrationProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is going to do with the files that lie there and the history that the database has.
 *
 * @param contained what a baseline says is contained, to be recorded and not run
 * @param pending files to run, in order
 */
record ReplayPlan(List<Contained> contained, List<Migration> pending) {

    /**
     * A version that is contained without having been run.
     *
     * @param checksum null where no file has the version, because it was removed when the baseline was made
     */
    record Contained(
            MigrationVersion version,
            String filename,
            @Nullable String checksum) {}

    private static final String NO_FILE = "(baseline)";

    private static final int SHOWN_DIGITS = 12;

    /**
     * Compares files and history.
     *
     * @param baseline looked at only where the history is empty
     * @throws MigrationsRefusedException where they contradict each other, with all contradictions
     */
    static ReplayPlan of(Migrations migrations, AppliedMigrations history, @Nullable MigrationVersion baseline) {
        Map<MigrationVersion, AppliedMigration> applied =
                history.successful().stream().collect(Collectors.toMap(AppliedMigration::version, Function.identity()));
        List<MigrationProblem> problems = new ArrayList<>();
        missing(migrations, applied).forEach(problems::add);
        Optional<MigrationVersion> newest = history.newest();
        MigrationVersion upTo = newest.isEmpty() ? baseline : null;
        List<Contained> contained = new ArrayList<>();
        List<Migration> pending = new ArrayList<>();
        for (Migration migration : migrations.files()) {
            AppliedMigration before = applied.get(migration.version());
            if (before != null) {
                compare(migration, before).ifPresent(problems::add);
            } else if (newest.isPresent() && migration.version().compareTo(newest.get()) < 0) {
                problems.add(outOfOrder(migration, newest.get()));
            } else if (upTo != null && migration.version().compareTo(upTo) <= 0) {
                contained.add(new Contained(migration.version(), migration.filename(), migration.checksum()));
            } else {
                pending.add(migration);
            }
        }
        MigrationsRefusedException.throwIfAny(problems);
        if (upTo != null && contained.stream().noneMatch(c -> c.version().equals(upTo))) {
            contained.add(new Contained(upTo, NO_FILE, null));
        }
        return new ReplayPlan(List.copyOf(contained), List.copyOf(pending));
    }

    /** Other profiles' own migrations are no gap, nor is what a baseline has replaced. */
    private static List<MigrationProblem> missing(
            Migrations migrations, Map<MigrationVersion, AppliedMigration> applied) {
        Map<MigrationVersion, Migration> files =
                migrations.files().stream().collect(Collectors.toMap(Migration::version, Function.identity()));
        return applied.values().stream()
                .filter(row ->
                        !row.baseline() && !files.containsKey(row.version()) && migrations.covers(row.filename()))
                .sorted((a, b) -> a.version().compareTo(b.version()))
                .map(row -> new MigrationProblem(
                        Kind.MISSING,
                        row.filename(),
                        "migration is applied and its file is missing",
                        "Bring the file back (git log --all -- '*" + row.filename() + "')"))
                .toList();
    }

    /** A file that was only renamed is the same file; a number that was used for something else is not. */
    private static Optional<MigrationProblem> compare(Migration migration, AppliedMigration before) {
        if (before.checksum() == null || before.checksum().equals(migration.checksum())) {
            return Optional.empty();
        }
        if (!before.filename().equals(migration.filename())) {
            return Optional.of(new MigrationProblem(
                    Kind.VERSION_TAKEN,
                    migration.filename(),
                    "version " + migration.version() + " is applied already, from " + before.filename(),
                    "Give it the next free number"));
        }
        return Optional.of(new MigrationProblem(
                Kind.CHANGED,
                migration.filename(),
                "migration was changed after it was applied (checksum " + shown(before.checksum()) + " then, "
                        + shown(migration.checksum()) + " now)",
                "Bring the file back as it was, and put the change into a new migration"));
    }

    private static MigrationProblem outOfOrder(Migration migration, MigrationVersion newest) {
        return new MigrationProblem(
                Kind.OUT_OF_ORDER,
                migration.filename(),
                "migration is not applied, and the newer version " + newest + " is",
                "Give it a number above " + newest);
    }

    private static String shown(String checksum) {
        return checksum.substring(0, Math.min(SHOWN_DIGITS, checksum.length()));
    }
}
