package dev.migrator.migration;

import dev.migrator.migration.MigrationProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is going to do with the files that lie there and the history that the database has.
 *
 * @param contained what a baseline says is contained, to be recorded and not run
 * @param pending files to run, in order
 * @param repeatables files to run again after those, in order
 */
record ReplayPlan(List<Contained> contained, List<Migration> pending, List<RepeatableMigration> repeatables) {

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
     * Compares files and history; where they contradict each other, the findings say so.
     *
     * @param baseline looked at only where nothing is applied
     * @param target the last one to run; null for all
     */
    static ReplayPlan of(
            Migrations migrations,
            History history,
            @Nullable MigrationVersion baseline,
            @Nullable MigrationVersion target,
            Findings findings) {
        Map<MigrationVersion, Attempt> applied = history.applied().stream()
                .collect(Collectors.toMap(row -> Objects.requireNonNull(row.version()), Function.identity()));
        missing(migrations, applied).forEach(findings::add);
        Optional<MigrationVersion> newest = history.newest();
        MigrationVersion upTo = newest.isEmpty() ? baseline : null;
        List<Contained> contained = new ArrayList<>();
        List<Migration> pending = new ArrayList<>();
        for (Migration migration : migrations.files()) {
            Attempt before = applied.get(migration.version());
            if (before != null) {
                compare(migration, before).ifPresent(findings::add);
            } else if (upTo != null && migration.version().compareTo(upTo) <= 0) {
                contained.add(new Contained(migration.version(), migration.filename(), migration.checksum()));
            } else {
                if (newest.isPresent() && migration.version().compareTo(newest.get()) < 0) {
                    findings.add(outOfOrder(migration, newest.get()));
                }
                pending.add(migration);
            }
        }
        if (upTo != null && contained.stream().noneMatch(c -> c.version().equals(upTo))) {
            contained.add(new Contained(upTo, NO_FILE, null));
        }
        if (target == null) {
            return new ReplayPlan(List.copyOf(contained), List.copyOf(pending), changed(migrations, history));
        }
        checkTarget(migrations, applied, target, findings);
        return new ReplayPlan(
                List.copyOf(contained),
                pending.stream()
                        .filter(migration -> migration.version().compareTo(target) <= 0)
                        .toList(),
                List.of());
    }

    /** A repeatable file describes the newest state, so it is not run on the way to an older one. */
    private static List<RepeatableMigration> changed(Migrations migrations, History history) {
        return migrations.repeatables().stream()
                .filter(file -> !history.lastRepeated(file.filename()).equals(Optional.of(file.checksum())))
                .toList();
    }

    private static void checkTarget(
            Migrations migrations, Map<MigrationVersion, Attempt> applied, MigrationVersion target, Findings findings) {
        boolean known = applied.containsKey(target)
                || migrations.files().stream().anyMatch(file -> file.version().equals(target));
        if (!known) {
            findings.add(new MigrationProblem(
                    Kind.NO_SUCH_VERSION,
                    target.digits(),
                    "no migration has this version",
                    "Give the version of a file as migrator.targetVersion"));
        }
    }

    /** Other profiles' own migrations are no gap, nor is what a baseline has replaced. */
    private static List<MigrationProblem> missing(Migrations migrations, Map<MigrationVersion, Attempt> applied) {
        Map<MigrationVersion, Migration> files =
                migrations.files().stream().collect(Collectors.toMap(Migration::version, Function.identity()));
        MigrationVersion newestFile = migrations.files().isEmpty()
                ? null
                : migrations.files().get(migrations.files().size() - 1).version();
        return applied.entrySet().stream()
                .filter(row -> row.getValue().operation() == Operation.MIGRATE
                        && !files.containsKey(row.getKey())
                        && migrations.covers(row.getValue().filename()))
                .sorted(Map.Entry.comparingByKey())
                .map(row -> newestFile == null || row.getKey().compareTo(newestFile) > 0
                        ? future(row.getValue())
                        : missing(row.getValue()))
                .toList();
    }

    private static MigrationProblem missing(Attempt row) {
        return new MigrationProblem(
                Kind.MISSING,
                row.filename(),
                "migration is applied and its file is missing",
                "Bring the file back (git log --all -- '*" + row.filename() + "')");
    }

    private static MigrationProblem future(Attempt row) {
        return new MigrationProblem(
                Kind.FUTURE,
                row.filename(),
                "migration is applied, and it is newer than every file",
                "Use the checkout that it comes from (git log --all -- '*" + row.filename() + "')");
    }

    /** A file that was only renamed is the same file; a number that was used for something else is not. */
    private static Optional<MigrationProblem> compare(Migration migration, Attempt before) {
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
