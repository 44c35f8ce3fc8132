package dev.migrator.migration;

import dev.migrator.migration.MigrationProblem.Kind;
import dev.migrator.postgres.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes migrations back, the newest first, by the instructions that they came with. Safe for use by several threads. */
public final class RollbackDatabase {

    private final MigrationSettings settings;
    private final MigrationListener listener;

    /**
     * Prepares to take migrations back.
     *
     * @param listener told of each step
     */
    public RollbackDatabase(MigrationSettings settings, MigrationListener listener) {
        this.settings = settings;
        this.listener = new UnbreakableListener(listener);
    }

    /** How far back to go. */
    public sealed interface Extent {

        /** To the state in which this version was the newest; it stays. */
        record To(MigrationVersion version) implements Extent {}

        /** So many migrations. */
        record Count(int migrations) implements Extent {}
    }

    /**
     * Takes back what lies above the extent.
     *
     * @param plan told which instructions will run, in order, when all of them were checked and before the first one runs
     * @throws MigrationsRefusedException where one of them has no instruction, or is known only from a baseline; nothing ran
     * @throws MigrationFailedException where an instruction failed; what was taken back before stays so
     */
    public Migrated rollBack(
            Database database, Migrations migrations, Extent extent, Consumer<List<PendingFile>> plan) {
        return MigrationSession.with(database, settings, listener, "rollback", session -> {
            List<Change> changes = changes(session, migrations, extent);
            plan.accept(changes.stream().map(PendingFile::new).toList());
            List<Migrated.Applied> undone = session.run(changes);
            return new Migrated(undone, SchemaVersion.of(session.connection(), settings.trackingSchema()));
        });
    }

    private List<Change> changes(MigrationSession session, Migrations migrations, Extent extent) throws SQLException {
        Findings findings = new Findings(new Policies(Map.of()));
        History history = session.history();
        Map<MigrationVersion, Migration> files =
                migrations.files().stream().collect(Collectors.toMap(Migration::version, Function.identity()));
        List<Migration> back = new ArrayList<>();
        for (Attempt row : above(extent, history, findings)) {
            Migration file = files.get(row.version());
            if (row.operation() == Operation.BASELINE) {
                findings.add(new MigrationProblem(
                        Kind.NO_ROLLBACK,
                        row.filename(),
                        "version " + row.version() + " was not applied here, it came with the data",
                        "Go no further back than to it: migrator.toVersion=" + row.version()));
            } else if (file == null) {
                findings.add(new MigrationProblem(
                        Kind.MISSING,
                        row.filename(),
                        "migration is applied and its file is missing, with what it says about taking it back",
                        "Bring the file back (git log --all -- '*" + row.filename() + "')"));
            } else {
                back.add(file);
            }
        }
        List<Change> changes = session.check(history, findings).readRollbacks(back);
        findings.refuse();
        return changes;
    }

    private static List<Attempt> above(Extent extent, History history, Findings findings) {
        List<Attempt> newestFirst = new ArrayList<>(history.applied());
        Collections.reverse(newestFirst);
        if (extent instanceof Extent.Count count) {
            return newestFirst.subList(0, Math.min(count.migrations(), newestFirst.size()));
        }
        MigrationVersion to = ((Extent.To) extent).version();
        if (newestFirst.stream().noneMatch(row -> to.equals(row.version()))) {
            findings.add(new MigrationProblem(
                    Kind.NO_SUCH_VERSION,
                    to.digits(),
                    "this version is not applied",
                    "Give one that is, as migrator.toVersion"));
        }
        return newestFirst.stream()
                .filter(row -> Objects.requireNonNull(row.version()).compareTo(to) > 0)
                .toList();
    }
}
