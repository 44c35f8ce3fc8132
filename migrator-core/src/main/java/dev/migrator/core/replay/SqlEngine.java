package dev.migrator.core.replay;

import dev.migrator.migration.MigrateDatabase;
import dev.migrator.migration.Migrated;
import dev.migrator.migration.MigrationSettings;
import dev.migrator.migration.MigrationVersion;
import dev.migrator.migration.Migrations;
import dev.migrator.migration.PendingFile;
import dev.migrator.migration.ReadStatus;
import dev.migrator.profile.event.ProgressListener;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The project's own SQL files, run by {@code migration-engine}. */
final class SqlEngine implements ReplayEngine {

    private final Migrations files;
    private final MigrationSettings how;
    private final MigrationNotices notices;

    SqlEngine(SqlMigrations migrations, ProgressListener listener) {
        this.files = migrations.files();
        this.how = migrations.how();
        this.notices = new MigrationNotices(listener);
    }

    @Override
    public String id() {
        return "sql";
    }

    @Override
    public Optional<List<PendingMigration>> pending(ReplayTarget target) {
        return Optional.of(
                files.isEmpty()
                        ? List.of()
                        : engine(target).pending(target.database(), files).stream()
                                .<PendingMigration>map(Pending::new)
                                .toList());
    }

    @Override
    public Optional<String> digest() {
        Digest digest = new Digest().add(id());
        digest.add(how.trackingSchema()).add(String.valueOf(how.baseline())).add(String.valueOf(how.target()));
        digest.add(how.placeholders());
        files.files().forEach(file -> digest.add(file.filename()).add(file.checksum()));
        files.repeatables().forEach(file -> digest.add(file.filename()).add(file.checksum()));
        return Optional.of(digest.hex());
    }

    @Override
    public Migrated replay(ReplayTarget target) {
        return files.isEmpty() ? new Migrated(List.of(), null) : engine(target).migrate(target.database(), files);
    }

    @Override
    public Optional<List<MigrationStatus>> status(ReplayTarget target) {
        return Optional.of(new ReadStatus(how)
                .read(target.database(), files).stream().map(SqlEngine::status).toList());
    }

    /** What the data say of themselves wins over the setting {@code baseline}, which may have been raised since. */
    private MigrateDatabase engine(ReplayTarget target) {
        String contains = target.contains();
        return new MigrateDatabase(contains == null ? how : how.withBaseline(new MigrationVersion(contains)), notices);
    }

    private static MigrationStatus status(ReadStatus.Line line) {
        return new MigrationStatus(
                line.version() == null ? null : line.version().digits(),
                line.filename(),
                line.state(),
                line.at(),
                line.error());
    }

    private record Pending(PendingFile file) implements PendingMigration {

        @Override
        public String filename() {
            return file.filename();
        }

        @Override
        public void statements(Consumer<String> reader) throws IOException {
            file.statements(reader);
        }
    }
}
