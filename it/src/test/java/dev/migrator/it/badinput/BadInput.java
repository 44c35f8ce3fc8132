package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.it.maven.MavenBuild;
import dev.migrator.it.maven.MavenResult;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * A profile {@code customer1} in a folder, its source, and a target; and what a mistake must never do: change the target's rows or the
 * store's listing, or print a secret or a personal value.
 */
abstract class BadInput {

    /** Stands in a row of the source, and must not be seen in any output. */
    static final String PLANTED = "Zacharias Planted-Person";

    @TempDir
    Path folder;

    TestPostgres server;
    Database source;
    Database target;

    private String test;

    @BeforeEach
    void makeProfileAndSource(TestInfo info) throws Exception {
        test = info.getTestMethod().orElseThrow().getName();
        server = TestPostgres.newest();
        source = server.createDatabase("bad_input_source");
        target = server.database(source.name().replace("source", "target"));
        Files.createDirectories(folder.resolve("profiles/customer1"));
        decide("personalData: raw\n");
        run(source, "CREATE TABLE public.person (name text); INSERT INTO public.person VALUES ('" + PLANTED + "')");
    }

    /** Writes the profile's file. */
    final void decide(String profileYaml) throws IOException {
        Files.writeString(folder.resolve("profiles/customer1/profile.yaml"), profileYaml);
    }

    final MavenBuild upload() {
        return build("upload", "customer1")
                .with("migrator.source.url", source.url())
                .with("migrator.source.user", server.user())
                .environment("MIGRATOR_SOURCE_PASSWORD", server.password());
    }

    final MavenBuild restore() {
        return restore("customer1");
    }

    final MavenBuild restore(String profile) {
        return build("restore", profile)
                .with("migrator.source.url", source.url())
                .with("migrator.source.user", server.user())
                .environment("MIGRATOR_SOURCE_PASSWORD", server.password())
                .with("migrator.target.url", target.url())
                .with("migrator.target.user", server.user())
                .environment("MIGRATOR_TARGET_PASSWORD", server.password());
    }

    /** Into {@code test_customer1} of the embedded server of that major. */
    final MavenBuild restoreIntoEmbedded(int major) {
        return build("restore", "customer1").with("migrator.postgres", major);
    }

    /** A goal on a profile, with store and cache, but no database. */
    final MavenBuild build(String goal, String profile) {
        return MavenBuild.in(folder)
                .goal(goal)
                .with("profile", profile)
                .with("migrator.store", store())
                .with("migrator.cacheDirectory", folder.resolve("cache"));
    }

    final Path ref() {
        return folder.resolve("profiles/customer1/snapshot.json");
    }

    /** Where the snapshots lie; a folder unless a test says otherwise. */
    String store() {
        return "file:" + folder.resolve("store");
    }

    /** Every object of the store, with its size, in order. */
    List<String> stored() throws IOException {
        if (!Files.isDirectory(folder.resolve("store"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    /** Runs a build that must go well. */
    final MavenResult passes(MavenBuild build) throws IOException, InterruptedException {
        MavenResult result = build.run();
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).doesNotContain(PLANTED).doesNotContain(server.password());
        return result;
    }

    /** Runs a build that must be refused with a sentence that holds these words, and leave everything as it was. */
    final MavenResult refused(MavenBuild build, String... words) throws Exception {
        return refused(build, process -> {}, words);
    }

    /** The same for a build to which something is done while it runs. */
    final MavenResult refused(MavenBuild build, Meanwhile meanwhile, String... words) throws Exception {
        List<String> storedBefore = stored();
        String targetBefore = content(target);
        RunningBuild running = RunningBuild.start(build, folder);
        meanwhile.happens(running);
        MavenResult result = running.result();
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.sentence()).as(result.output()).contains(words);
        assertThat(result.output()).doesNotContain(PLANTED).doesNotContain(server.password());
        assertThat(stored()).isEqualTo(storedBefore);
        assertThat(content(target)).isEqualTo(targetBefore);
        SentenceTable.add(test, result.sentence());
        return result;
    }

    /** What is done to a running build, or to what it works with. */
    @FunctionalInterface
    interface Meanwhile {
        void happens(RunningBuild build) throws Exception;
    }

    /** The databases that restores of any target have not finished, or not cleared away. */
    final List<String> unfinishedDatabases() throws SQLException {
        try (Connection maintenance = server.maintenance().connect();
                var statement = maintenance.createStatement();
                var row = statement.executeQuery(
                        "SELECT coalesce(array_agg(datname::text), '{}') FROM pg_database WHERE datname LIKE 'migrator%'")) {
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }

    /** All rows and columns of a database, as PostgreSQL writes them; empty where there is no such database. */
    final String content(Database database) throws SQLException {
        try (Connection maintenance = database.named("postgres").connect();
                var lookup = maintenance.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            lookup.setString(1, database.name());
            if (!lookup.executeQuery().next()) {
                return "";
            }
        }
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT database_to_xml(true, true, '')")) {
            row.next();
            return row.getString(1);
        }
    }

    static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
