package dev.migrator.migration;

import dev.migrator.postgres.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets the record of a database agree with the files that lie there, after somebody has made sure that the database itself does. Changes
 * nothing but the record, and records that it did.
 */
public final class RepairHistory {

    private final MigrationSettings settings;
    private final MigrationListener listener;

    public RepairHistory(MigrationSettings settings, MigrationListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * One correction.
     *
     * @param filename what the record says now, or will say
     * @param what in a few words
     */
    public record Repair(String filename, String what) {}

    /**
     * Corrects what contradicts the files: a checksum or a name becomes that of the file; a file that is gone is not asked for any more.
     *
     * @param dryRun only say what would be done
     * @return in the order of versions; empty where all agrees
     */
    public List<Repair> repair(Database database, Migrations migrations, boolean dryRun) {
        return MigrationSession.with(database, settings, listener, "repair", session -> {
            Map<MigrationVersion, Migration> files =
                    migrations.files().stream().collect(Collectors.toMap(Migration::version, Function.identity()));
            List<Repair> repairs = new ArrayList<>();
            for (Attempt row : session.history().applied()) {
                Migration file = files.get(Objects.requireNonNull(row.version()));
                Repair repair = repair(row, file, migrations);
                if (repair != null) {
                    repairs.add(repair);
                    if (!dryRun) {
                        session.correct(row, file, repair);
                    }
                }
            }
            return repairs;
        });
    }

    private static @Nullable Repair repair(Attempt row, @Nullable Migration file, Migrations migrations) {
        if (file == null) {
            boolean missed = row.operation() == Operation.MIGRATE && migrations.covers(row.filename());
            return missed ? new Repair(row.filename(), "its file is gone and not asked for any more") : null;
        }
        if (row.checksum() != null && !row.checksum().equals(file.checksum())) {
            return new Repair(file.filename(), "the checksum of its file is recorded");
        }
        return row.filename().equals(file.filename())
                ? null
                : new Repair(file.filename(), "the name of its file is recorded, it was " + row.filename());
    }
}
