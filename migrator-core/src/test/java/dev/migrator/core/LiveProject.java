package dev.migrator.core;

import dev.migrator.core.settings.Project;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.Database;
import dev.migrator.profile.Ref;
import dev.migrator.profile.RefFile;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.testing.Programs;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A project with the profile {@code customer1}, a live database with two notes to capture, a name for one to restore into, and a store of
 * files, for tests: real servers, and each use case in a word.
 */
final class LiveProject {

    static final String PROFILE = "customer1";

    final Database source;
    final Database target;

    private final Project project;
    private final List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());

    private LiveProject(Path folder, TestPostgres server) {
        this.source = server.createDatabase("source");
        this.target = server.database(source.name().replace("source", "target"));
        this.project = new Project(folder)
                .typed("migrator.cacheDirectory", folder.resolve("cache").toString())
                .typed("migrator.store", "file:" + folder.resolve("store"))
                .typed("migrator.source.url", source.url())
                .typed("migrator.source.user", source.user())
                .typed("migrator.target.url", target.url())
                .typed("migrator.target.user", target.user())
                .environment("MIGRATOR_SOURCE_PASSWORD", server.password())
                .environment("MIGRATOR_TARGET_PASSWORD", server.password());
        profileYaml("personalData: none");
    }

    static LiveProject in(Path folder) throws SQLException {
        LiveProject live = new LiveProject(folder, TestPostgres.newest());
        run(live.source, "CREATE TABLE public.note (id int PRIMARY KEY, body text)");
        run(live.source, "INSERT INTO public.note VALUES (1, 'first'), (2, 'second')");
        return live;
    }

    LiveProject profileYaml(String content) {
        project.profileYaml(PROFILE, content);
        return this;
    }

    LiveProject file(String path, String content) {
        project.file(path, content);
        return this;
    }

    /** A migration for all profiles that makes a table of that name. */
    LiveProject migrationMaking(String version, String table) {
        return file("migrations/common/" + version + "_" + table + ".sql", "CREATE TABLE public." + table + " ();");
    }

    /** As {@code -Dmigrator.name=value}. */
    LiveProject typed(String name, String value) {
        project.typed("migrator." + name, value);
        return this;
    }

    Settings settings() {
        return project.settings();
    }

    Path path(String below) {
        return project.path(below);
    }

    UploadProfile.Uploaded upload() {
        return new UploadProfile(settings(), Effects.REAL, events::add).upload();
    }

    RestoreProfile.Restored restore() {
        return restore(Disk.local());
    }

    RestoreProfile.Restored restore(Disk disk) {
        Effects effects = new Effects(Effects.REAL.databases(), Effects.REAL.stores(), disk);
        return new RestoreProfile(settings(), effects, new Programs(), events::add).restore();
    }

    MigrateTarget.MigratedTarget migrate() throws SQLException {
        return new MigrateTarget(settings(), Effects.REAL, new Programs(), events::add).migrate();
    }

    CompareSchemas.Compared compare() throws SQLException {
        return new CompareSchemas(settings(), Effects.REAL, new Programs(), events::add).compare();
    }

    LiveProject environment(String name, String value) {
        project.environment(name, value);
        return this;
    }

    FetchProfile.Fetched fetch() {
        return new FetchProfile(settings(), Effects.REAL, events::add).fetch();
    }

    UseSnapshot.Used use(String snapshot) {
        return new UseSnapshot(typed("snapshot", snapshot).settings(), Effects.REAL).use();
    }

    List<ListProfiles.Listed> list() {
        return new ListProfiles(settings(), Effects.REAL).list();
    }

    Ref ref() {
        return RefFile.read(path("profiles/customer1/snapshot.json"));
    }

    /** What the use cases had to say on their way. */
    List<String> notices() {
        return events.stream()
                .filter(ProgressEvent.Notice.class::isInstance)
                .map(event -> ((ProgressEvent.Notice) event).text())
                .toList();
    }

    /** All files below a folder with what they hold. */
    Map<String, String> files(String folder) throws IOException {
        if (!Files.exists(path(folder))) {
            return Map.of();
        }
        try (Stream<Path> all = Files.walk(path(folder))) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(path(folder).relativize(file).toString(), new String(Files.readAllBytes(file), "ISO-8859-1"));
            }
            return files;
        }
    }

    static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row. */
    static List<String> rows(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** The tables of schema public, by name. */
    static List<String> tables(Database database) throws SQLException {
        return rows(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename");
    }

    boolean targetExists() throws SQLException {
        String query = "SELECT datname FROM pg_database WHERE datname = '" + target.name() + "'";
        return !rows(target.named("postgres"), query).isEmpty();
    }
}
