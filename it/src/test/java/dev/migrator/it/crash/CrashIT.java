package dev.migrator.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.core.Effects;
import dev.migrator.postgres.Database;
import dev.migrator.profile.database.Marker;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills an upload and a restore at their external effects, one process for each, and looks at what is left. With {@code -Pfull} at every
 * effect; else at every {@code it.crash.stride}-th, beginning with the first.
 */
class CrashIT {

    private static final long STRIDE = Long.getLong("it.crash.stride", 1);

    @TempDir
    private Path folder;

    private Database source;
    private Database target;
    private Project project;

    @BeforeEach
    void makeSourceAndProject() throws Exception {
        TestPostgres server = TestPostgres.newest();
        source = server.createDatabase("crash_source");
        target = server.database(source.name().replace("source", "target"));
        project = new Project(folder, source.url(), target.url(), server.user(), server.password());
        Files.createDirectories(folder.resolve("profiles/p"));
        Files.createDirectories(folder.resolve("uploads/nested"));
        Files.createDirectories(folder.resolve("migrations/common"));
        Files.writeString(
                folder.resolve("profiles/p/profile.yaml"),
                "personalData: none\nmedia: [{name: uploads, path: ../../uploads}]\n");
        Files.writeString(
                folder.resolve("migrations/common/001_mood.sql"),
                "ALTER TABLE public.note ADD mood text DEFAULT 'calm'");
        Files.writeString(folder.resolve("uploads/nested/a.txt"), "state one");
        run(source, """
                CREATE TABLE public.author (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
                CREATE TABLE public.note (id int PRIMARY KEY, author int REFERENCES public.author, body text);
                CREATE INDEX ON public.note (author);
                CREATE VIEW public.busy AS SELECT author, count(*) FROM public.note GROUP BY author;
                INSERT INTO public.author (name) VALUES ('one'), ('two');
                INSERT INTO public.note SELECT i, 1 + i % 2, 'state one' FROM generate_series(1, 50) i;
                SELECT lo_from_bytea(4711, 'state one')""");
    }

    @Test
    void anUploadThatIsKilledAnywhereLeavesTheOldRefRestorableAndTheNextOneSucceeds() throws Exception {
        project.upload(Effects.REAL);
        long effects = effects("upload");
        Set<String> stores = new TreeSet<>();
        for (long at = 1; at <= effects; at += STRIDE) {
            change("before " + at);
            byte[] former = Files.readAllBytes(project.ref());
            String formerState = restoredState();

            assertThat(Victim.run(project, "upload", at, journal()))
                    .as("effect %d", at)
                    .isEqualTo(CrashPoint.EXIT_CODE);

            assertThat(Files.readAllBytes(project.ref()))
                    .as("ref after a halt at %d", at)
                    .isEqualTo(former);
            assertThat(restoredState()).as("old ref after a halt at %d", at).isEqualTo(formerState);
            project.upload(Effects.REAL);
            assertThat(restoredState()).as("next upload after %d", at).contains("before " + at);
            stores.addAll(strangers());
        }
        assertThat(stores)
                .as("what is neither pack, manifest nor mark in the store")
                .isEmpty();
        report("upload", effects);
    }

    @Test
    void aRestoreThatIsKilledAnywhereLeavesTheTargetWhollyOldOrWhollyNewAndTheNextOneClearsAway() throws Exception {
        project.upload(Effects.REAL);
        String old = restoredState();
        change("state two");
        project.upload(Effects.REAL);
        byte[] two = Files.readAllBytes(project.ref());
        String fresh = restoredState();
        long effects = effects("restore");
        int turn = 2;
        for (long at = 1; at <= effects; at += STRIDE) {
            // Each run restores what the target is not, so that old and new can be told apart.
            change("state " + ++turn);
            project.upload(Effects.REAL);
            String before = state();

            Victim.run(project, "restore", at, journal());

            String after = state();
            boolean isNew = after.contains("state " + turn);
            assertThat(after.equals(before) || isNew)
                    .as("target after a halt at %d: %s", at, after)
                    .isTrue();
            assertThat(restoredState()).as("next restore after %d", at).contains("state " + turn);
            assertThat(databasesOfOurs()).as("databases after %d", at).containsExactly(target.name());
            assertThat(mediaFolders()).as("media after %d", at).containsExactly("uploads");
        }
        assertThat(fresh).isNotEqualTo(old);
        assertThat(two).isNotEmpty();
        report("restore", effects);
    }

    /** How many effects a run has that nobody disturbs. */
    private long effects(String useCase) throws Exception {
        change("counting");
        Path journal = Files.createTempFile(folder, "journal", ".txt");
        assertThat(Victim.run(project, useCase, 0, journal)).as(() -> log()).isZero();
        long effects = Files.readAllLines(journal).size();
        assertThat(effects).isGreaterThan(20);
        return effects;
    }

    private void report(String useCase, long effects) {
        System.out.printf("crash harness: %s has %d effects, halted at every %d%n", useCase, effects, STRIDE);
    }

    private void change(String body) throws Exception {
        run(source, "UPDATE public.note SET body = '" + body + "'; SELECT lo_put(4711, 0, '" + body + "')");
        Files.writeString(folder.resolve("uploads/nested/a.txt"), body);
    }

    /** Restores and tells what the target holds; fails where rows, large object and media are not of one upload. */
    private String restoredState() throws Exception {
        project.restore(Effects.REAL);
        String state = state();
        String body = one(target, "SELECT DISTINCT body FROM public.note");
        assertThat(Files.readString(project.restoredMedia().resolve("nested/a.txt")))
                .isEqualTo(body);
        return state;
    }

    private String state() throws SQLException {
        return one(target, """
                SELECT concat_ws(' | ', string_agg(n::text, ',' ORDER BY id),
                    (SELECT convert_from(lo_get(4711), 'UTF8')), (SELECT count(*) FROM public.busy),
                    (SELECT count(*) FROM public.author), (SELECT count(*) FROM migrator.schema_migrations WHERE success))
                FROM public.note n""");
    }

    private List<String> databasesOfOurs() throws SQLException, IOException {
        try (Connection connection = target.named("postgres").connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT datname FROM pg_database
                        WHERE datname LIKE 'migrator%' OR datname = '""" + target.name() + "' ORDER BY datname")) {
            Stream.Builder<String> names = Stream.builder();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            assertThat(Marker.read(connection, target.name())).isPresent();
            return names.build().toList();
        }
    }

    private List<String> mediaFolders() throws IOException {
        try (Stream<Path> entries = Files.list(project.restoredMedia().getParent())) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        }
    }

    /** Half-written files would be temporary ones: nothing else than the format's four kinds may lie in the store. */
    private List<String> strangers() throws IOException {
        Path space = folder.resolve("store/p");
        try (Stream<Path> files = Files.walk(space)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> space.relativize(file).toString())
                    .filter(key ->
                            !key.matches("store\\.json|packs/[0-9a-f]+|snapshots/[0-9a-f]{64}\\.json\\.zst|leases/.+"))
                    .toList();
        }
    }

    private Path journal() {
        return folder.resolve("journal.txt");
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("victim.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
