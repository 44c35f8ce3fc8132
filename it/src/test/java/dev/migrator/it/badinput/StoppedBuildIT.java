package dev.migrator.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.it.maven.MavenBuild;
import dev.migrator.it.maven.MavenResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builds that are stopped in the midst of their rows: by Ctrl-C, and by {@code kill -9}. */
class StoppedBuildIT extends BadInput {

    private static final long POLL_MILLIS = 50;

    @BeforeEach
    void uploadOnce() throws Exception {
        Gate.build(source);
        Files.createDirectories(folder.resolve("uploads"));
        Files.writeString(folder.resolve("uploads/a.txt"), "a file");
        decide(Gate.PROFILE + "media: [{name: uploads, path: ../../uploads}]\n");
        passes(upload());
    }

    @Test
    void anUploadThatIsInterruptedSaysSoAndLeavesNothingButPacks() throws Exception {
        List<String> before = storedButPacks();
        String ref = Files.readString(ref());

        Signal signal = Signal.interrupt();
        MavenResult result = stoppedAtGate(upload(), signal);

        assertThat(result.exitCode()).as(result.output()).isEqualTo(signal.exitCode());
        assertThat(result.sentence()).as(result.output()).contains("stopped by a signal", "ref", "as it was", "again");
        SentenceTable.add("anUploadThatIsInterrupted", result.sentence());
        assertThat(storedButPacks()).isEqualTo(before);
        assertThat(Files.readString(ref())).isEqualTo(ref);
        assertThat(filesIn(folder.resolve("cache/work"))).isEmpty();
        passes(upload());
    }

    @Test
    void anUploadThatIsKilledLeavesTheOldRefAndTheNextOneClearsAway() throws Exception {
        String ref = Files.readString(ref());
        List<String> manifests = manifests();

        MavenResult result = stoppedAtGate(upload(), Signal.KILL);

        assertThat(result.exitCode()).isEqualTo(Signal.KILL.exitCode());
        assertThat(Files.readString(ref())).isEqualTo(ref);
        assertThat(manifests()).isEqualTo(manifests);
        passes(upload());
        assertThat(filesIn(folder.resolve("cache/work"))).isEmpty();
    }

    @Test
    void aRestoreThatIsInterruptedSaysSoAndLeavesTheTargetAndItsServerAsTheyWere() throws Exception {
        passes(restore());
        run(target, "CREATE TABLE public.before AS SELECT 42 AS answer");
        String before = content(target);

        Signal signal = Signal.interrupt();
        MavenResult result = stoppedAtGate(restore(), signal);

        assertThat(result.exitCode()).as(result.output()).isEqualTo(signal.exitCode());
        assertThat(result.sentence()).as(result.output()).contains("stopped by a signal", "the target is as it was");
        SentenceTable.add("aRestoreThatIsInterrupted", result.sentence());
        assertThat(content(target)).isEqualTo(before);
        assertThat(unfinishedDatabases()).isEmpty();
        assertThat(mediaFolders()).containsExactly("uploads");
        passes(restore());
        assertThat(content(target)).isNotEqualTo(before);
    }

    @Test
    void aRestoreThatIsKilledLeavesTheTargetAsItWasAndTheNextOneClearsAway() throws Exception {
        passes(restore());
        run(target, "CREATE TABLE public.before AS SELECT 42 AS answer");
        String before = content(target);

        MavenResult result = stoppedAtGate(restore(), Signal.KILL);

        assertThat(result.exitCode()).isEqualTo(Signal.KILL.exitCode());
        assertThat(content(target)).isEqualTo(before);
        assertThat(unfinishedDatabases()).hasSize(1);
        passes(restore());
        assertThat(content(target)).isNotEqualTo(before);
        assertThat(unfinishedDatabases()).isEmpty();
        assertThat(mediaFolders()).containsExactly("uploads");
    }

    @Test
    void theEmbeddedServerOfAKilledRestoreIsFoundByTheNextOne() throws Exception {
        Path cache = folder.resolve("cache");
        try (OwnServer own = OwnServer.ofProject(folder, cache)) {
            String started = startTime(own);
            try (Gate gate = Gate.shut(own.database("postgres"))) {
                RunningBuild running = RunningBuild.upTo(gate, restoreIntoEmbedded(OwnServer.MAJOR), folder);
                running.signal(Signal.KILL);
                assertThat(running.result().exitCode()).isEqualTo(Signal.KILL.exitCode());
            }
            passes(restoreIntoEmbedded(OwnServer.MAJOR));
            assertThat(startTime(own)).isEqualTo(started);
            assertThat(content(own.database("test_customer1"))).contains(PLANTED);
        }
    }

    private static String startTime(OwnServer own) throws SQLException {
        try (Connection connection = own.database("postgres").connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_postmaster_start_time()")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Stops the build while it reads or writes rows; when this returns, the server has no session of it any more. */
    private MavenResult stoppedAtGate(MavenBuild build, Signal signal) throws Exception {
        try (Gate gate = Gate.shut(server.maintenance())) {
            RunningBuild running = RunningBuild.upTo(gate, build, folder);
            running.signal(signal);
            MavenResult result = running.result();
            assertThat(result.output()).doesNotContain(PLANTED).doesNotContain(server.password());
            if (signal != Signal.KILL) {
                // With the gate still shut: the server must have been told, since it does not notice by itself.
                awaitNoSessions();
            }
            return result;
        }
    }

    private void awaitNoSessions() throws SQLException, InterruptedException {
        while (sessions() > 0) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Of the build alone: what the tests themselves connect to is the maintenance database. */
    private long sessions() throws SQLException {
        try (Connection connection = server.maintenance().connect();
                var query = connection.prepareStatement("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname IN (?, ?) OR datname LIKE 'migrator%' OR application_name LIKE 'migrator restore%'""")) {
            query.setString(1, source.name());
            query.setString(2, target.name());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<String> storedButPacks() throws IOException {
        return stored().stream().filter(object -> !object.contains("/packs/")).toList();
    }

    private List<String> manifests() throws IOException {
        return stored().stream()
                .filter(object -> object.contains("/snapshots/"))
                .toList();
    }

    private List<String> mediaFolders() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("target/migrator/media"))) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        }
    }

    private static List<String> filesIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
