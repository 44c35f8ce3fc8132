package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static dev.migrator.profile.load.Restoring.database;
import static dev.migrator.profile.load.Restoring.execute;
import static dev.migrator.profile.load.Restoring.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.ServerFailureException;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.media.MemoryChunks;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.ChunkSource;
import dev.migrator.profile.store.StoreException;
import dev.migrator.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each failure leaves the target as it was, nothing beside it, and says what it is about without a row's value. */
class FailedRestoreTest {

    private static final String SCRIPT = """
            CREATE TABLE people (id int PRIMARY KEY, name varchar(10));
            CREATE TABLE notes (person int REFERENCES people);
            INSERT INTO people SELECT i, 'p' || i FROM generate_series(1, 10) i;
            INSERT INTO notes SELECT i FROM generate_series(1, 10) i;
            """;

    private final TestPostgres server = TestPostgres.newest();
    private Database target;
    private Taken taken;

    @BeforeEach
    void aTargetThatWasRestoredBefore() throws SQLException {
        taken = Taken.of(database(server, SCRIPT));
        target = Restoring.of(taken, absent(server)).run();
        execute(target, "CREATE TABLE public.before ()");
    }

    @Test
    void aValueThatDoesNotFitIsToldByTableChunkAndColumn() throws SQLException {
        Restoring restoring = withRows("people", "1\tp1\n2\tp2\n3\tp3\n", "4\tp4\n5x-secret\tp5\n");

        assertThatThrownBy(restoring::run)
                .isInstanceOf(RestoreException.RowsRefused.class)
                .hasMessageContaining("table public.people, row 2 of chunk 2 of 2, column id:"
                        + " a value is not valid for its type (SQLSTATE 22P02)")
                .satisfies(FailedRestoreTest::holdsNoSecret);
        targetIsAsItWas();
    }

    @Test
    void aKeyThatIsThereTwiceIsToldByItsConstraint() throws SQLException {
        Restoring restoring = withRows("people", "1\tsecret\n1\tsecret\n");

        assertThatThrownBy(restoring::run)
                .isInstanceOf(RestoreException.Refused.class)
                .hasMessageContaining("constraint public.people.people_pkey: could not create unique index")
                .satisfies(FailedRestoreTest::holdsNoSecret);
        targetIsAsItWas();
    }

    @Test
    void aRowWithoutItsParentIsToldByItsForeignKey() throws SQLException {
        Restoring restoring = withRows("notes", "4711\n");

        assertThatThrownBy(restoring::run)
                .isInstanceOf(RestoreException.Refused.class)
                .hasMessageContaining("foreign key public.notes.notes_person_fkey: insert or update on table")
                .satisfies(e -> assertThat(printed(e)).doesNotContain("4711"));
        targetIsAsItWas();
    }

    @Test
    void rowsThatAreNotTheSnapshotsAreFoundByTheProof() throws SQLException {
        List<TableContent> tables = new ArrayList<>();
        for (TableContent table : taken.manifest().tables()) {
            tables.add(new TableContent(
                    table.schema(),
                    table.name(),
                    table.loadInto(),
                    table.columns(),
                    table.copyFormat(),
                    null,
                    table.rows(),
                    table.bytes(),
                    "0".repeat(32),
                    table.chunks()));
        }

        assertThatThrownBy(() ->
                        Restoring.of(taken.with(tables), taken.chunks(), target).run())
                .isInstanceOf(RestoreProofException.class)
                .hasMessageContaining("table public.people: other rows");
        targetIsAsItWas();
    }

    @Test
    void aChunkThatTheStoreLacksIsToldWithItsTable() throws SQLException {
        ChunkSource broken = chunk -> {
            throw new StoreException.Missing("a pack is missing", "customer1/packs/ab", "Upload anew", null);
        };

        assertThatThrownBy(() -> Restoring.of(taken, target).chunks(broken).run())
                .isInstanceOf(RestoreException.ChunkUnreadable.class)
                .hasMessageMatching("a pack is missing: table public\\.\\w+: customer1/packs/ab\\. Upload anew");
        targetIsAsItWas();
    }

    @Test
    void aSessionThatIsEndedInTheMiddleIsAFailureOfTheServer() throws SQLException {
        ChunkSource ending = chunk -> {
            endSessionsOfTheFreshDatabase();
            return taken.chunks().read(chunk);
        };

        assertThatThrownBy(() -> Restoring.of(taken, target).chunks(ending).run())
                .isInstanceOf(ServerFailureException.class);
        targetIsAsItWas();
    }

    @Test
    void aRestoreCanBeInterrupted() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch forever = new CountDownLatch(1);
        ChunkSource slow = chunk -> {
            loading.countDown();
            try {
                forever.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return taken.chunks().read(chunk);
        };
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread restore = new Thread(() -> {
            try {
                Restoring.of(taken, target).chunks(slow).run();
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        restore.start();
        loading.await();

        restore.interrupt();
        restore.join();

        assertThat(failure.get()).isInstanceOf(RestoreException.Stopped.class);
        targetIsAsItWas();
    }

    private void endSessionsOfTheFreshDatabase() {
        try {
            execute(
                    server.maintenance(),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'migrator_new_%'"
                            + " AND query LIKE 'COPY%'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The snapshot with other rows in one table. */
    private Restoring withRows(String name, String... chunks) {
        MemoryChunks own = new MemoryChunks();
        List<TableContent> tables = new ArrayList<>();
        for (TableContent table : taken.manifest().tables()) {
            if (!table.name().equals(name)) {
                tables.add(table);
                continue;
            }
            List<Chunk> pieces = new ArrayList<>();
            for (String rows : chunks) {
                pieces.add(own.add(
                        rows.getBytes(StandardCharsets.UTF_8), rows.lines().count()));
            }
            tables.add(new TableContent(
                    table.schema(),
                    name,
                    table.loadInto(),
                    table.columns(),
                    "text",
                    null,
                    0,
                    0,
                    table.digest(),
                    pieces));
        }
        return Restoring.of(
                taken.with(tables),
                chunk -> own.holds(chunk) ? own.read(chunk) : taken.chunks().read(chunk),
                target);
    }

    private void targetIsAsItWas() throws SQLException {
        assertThat(values(target, "SELECT to_regclass('public.before') IS NOT NULL"))
                .isEqualTo("t");
        assertThat(values(
                        server.maintenance(),
                        "SELECT datname FROM pg_database WHERE datname ~ '^migrator_(new|old|scratch)_'"))
                .isEmpty();
    }

    private static void holdsNoSecret(Throwable failure) {
        assertThat(printed(failure)).doesNotContain("secret");
    }

    /** As {@code mvn -e} prints it, causes and all. */
    private static String printed(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
