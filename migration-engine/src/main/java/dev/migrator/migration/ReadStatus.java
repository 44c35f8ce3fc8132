package dev.migrator.migration;

import dev.migrator.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of each migration what has become of it in a database; changes nothing, and takes no lock. */
public final class ReadStatus {

    private final MigrationSettings settings;

    public ReadStatus(MigrationSettings settings) {
        this.settings = settings;
    }

    /** What has become of a migration. */
    public enum State {
        /** It is in the database. */
        APPLIED,
        /** It came with the data. */
        BASELINE,
        /** It is going to run. */
        PENDING,
        /** It failed, and is going to run again. */
        FAILED,
        /** It was taken back, and is going to run again. */
        UNDONE,
        /** It is in the database and its file has changed since. */
        CHANGED,
        /** It is in the database and its file is gone. */
        MISSING
    }

    /**
     * One migration.
     *
     * @param version null for a repeatable file
     * @param at when the state came about; null for what never ran
     * @param error why the last attempt failed; null where it did not
     */
    public record Line(
            @Nullable MigrationVersion version,
            String filename,
            State state,
            @Nullable Instant at,
            @Nullable String error) {}

    /** Every migration that has a file or is in the database: ascending by version, repeatable files last. */
    public List<Line> read(Database database, Migrations migrations) {
        try (Connection connection = database.connect()) {
            new TrackingTable(settings.trackingSchema()).check(connection);
            return lines(migrations, History.read(connection, settings.trackingSchema()));
        } catch (SQLException e) {
            throw MigrationSession.inWords(database, settings, e);
        }
    }

    /** Every attempt that a database tells of, in the order in which they were made; empty where it tracks nothing. */
    public List<Attempt> history(Database database) {
        try (Connection connection = database.connect()) {
            new TrackingTable(settings.trackingSchema()).check(connection);
            return History.read(connection, settings.trackingSchema()).attempts();
        } catch (SQLException e) {
            throw MigrationSession.inWords(database, settings, e);
        }
    }

    static List<Line> lines(Migrations migrations, History history) {
        Map<MigrationVersion, Attempt> applied = new HashMap<>();
        history.applied().forEach(row -> applied.put(Objects.requireNonNull(row.version()), row));
        Map<String, Attempt> last = new HashMap<>();
        history.attempts().forEach(row -> last.put(row.operation() + row.filename(), row));
        List<Line> lines = new ArrayList<>();
        for (Migration file : migrations.files()) {
            Attempt row = applied.remove(file.version());
            lines.add(
                    row == null
                            ? open(file.version(), file.filename(), last.get(Operation.MIGRATE + file.filename()))
                            : new Line(file.version(), file.filename(), state(file, row), row.appliedAt(), null));
        }
        applied.values().stream()
                .map(row -> new Line(row.version(), row.filename(), gone(row, migrations), row.appliedAt(), null))
                .forEach(lines::add);
        lines.sort(Comparator.comparing(line -> Objects.requireNonNull(line.version())));
        migrations.repeatables().forEach(file -> lines.add(repeatable(file, history, last)));
        return lines;
    }

    private static State state(Migration file, Attempt row) {
        if (row.checksum() != null && !row.checksum().equals(file.checksum())) {
            return State.CHANGED;
        }
        return row.operation() == Operation.BASELINE ? State.BASELINE : State.APPLIED;
    }

    private static State gone(Attempt row, Migrations migrations) {
        if (row.operation() == Operation.BASELINE) {
            return State.BASELINE;
        }
        return migrations.covers(row.filename()) ? State.MISSING : State.APPLIED;
    }

    private static Line open(@Nullable MigrationVersion version, String filename, @Nullable Attempt last) {
        if (last == null) {
            return new Line(version, filename, State.PENDING, null, null);
        }
        return new Line(
                version, filename, last.undone() ? State.UNDONE : State.FAILED, last.appliedAt(), last.errorMessage());
    }

    private static Line repeatable(RepeatableMigration file, History history, Map<String, Attempt> last) {
        Attempt attempt = last.get(Operation.REPEATABLE + file.filename());
        boolean current = history.lastRepeated(file.filename()).equals(Optional.of(file.checksum()));
        if (attempt != null && attempt.success()) {
            return new Line(null, file.filename(), current ? State.APPLIED : State.PENDING, attempt.appliedAt(), null);
        }
        return open(null, file.filename(), attempt);
    }
}
