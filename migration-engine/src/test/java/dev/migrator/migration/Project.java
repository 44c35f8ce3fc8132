package dev.migrator.migration;

import dev.migrator.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A directory of migrations and the database that they are for. */
final class Project {

    final Path directory;
    final Database database;
    final List<MigrationEvent> events = new ArrayList<>();
    final List<String> planned = new ArrayList<>();
    MigrationSettings settings = MigrationSettings.DEFAULTS;
    String profile = "customer1";

    Project(Path directory, Database database) {
        this.directory = directory;
        this.database = database;
        try {
            Files.createDirectories(directory.resolve("common"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file, in place of what it held before. */
    Project file(String filename, String sql) {
        try {
            Path path = directory.resolve(filename);
            Files.createDirectories(path.getParent());
            Files.writeString(path, sql);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String filename) throws IOException {
        Files.delete(directory.resolve(filename));
    }

    Migrated migrate() {
        return new MigrateDatabase(settings, events::add).migrate(database, migrations());
    }

    /** Migrates, and gives the names of what was applied. */
    List<String> apply() {
        return migrate().applied().stream().map(Migrated.Applied::filename).toList();
    }

    List<String> pending() {
        return new MigrateDatabase(settings, MigrationListener.NONE)
                .pending(database, migrations()).stream()
                        .map(PendingFile::filename)
                        .toList();
    }

    /** Takes migrations back, and gives the names of the instructions that ran. */
    List<String> rollBack(RollbackDatabase.Extent extent) {
        return new RollbackDatabase(settings, events::add)
                        .rollBack(
                                database,
                                migrations(),
                                extent,
                                plan -> plan.forEach(file -> planned.add(file.filename())))
                        .applied()
                        .stream()
                        .map(Migrated.Applied::filename)
                        .toList();
    }

    Migrations migrations() {
        return MigrationDirectory.read(directory, profile, settings.policies());
    }

    /** The first column of each row that a query gives, as text. */
    List<String> rows(String query) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("RESET search_path");
            List<String> rows = new ArrayList<>();
            try (var row = statement.executeQuery(query)) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    void execute(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("RESET search_path");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    boolean tableExists(String name) {
        return rows("SELECT 1 FROM pg_class WHERE relname = '" + name + "'").size() == 1;
    }
}
