package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.postgres.SharedSessionException;
import dev.migrator.profile.event.ProgressEvent.TableDone;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.StoreException;
import dev.migrator.testing.PgBouncer;
import dev.migrator.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureFailureTest {

    @TempDir
    private Path folder;

    private CaptureRoom room;
    private Database source;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @BeforeEach
    void openStore() {
        room = new CaptureRoom(folder);
        prepare(TestPostgres.newest().major());
    }

    private void prepare(int major) {
        source = TestPostgres.of(major).createDatabase("failing");
        Sql.run(
                source,
                "CREATE SCHEMA app",
                "CREATE TABLE app.a AS SELECT i FROM generate_series(1, 1000) i",
                "CREATE TABLE app.b AS SELECT 'secret value' AS note");
    }

    @AfterEach
    void nothingIsPublishedAndNobodyIsLeft() {
        assertThat(room.space.snapshots()).isEmpty();
        assertThat(room.keys()).noneMatch(key -> key.contains("/leases/"));
        String sessions = "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + source.name() + "'";
        while (!Sql.value(source.named("postgres"), sessions).equals("0")) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void ddlThatWaitsForTheLeadersLockEndsTheCaptureAtOnceWithItsProcess(int major) throws Exception {
        prepare(major);
        AtomicReference<String> pid = new AtomicReference<>();
        try (Connection altering = source.connect()) {
            CompletableFuture<Void> ddl = new CompletableFuture<>();
            VersionProbe queueDdl = leader -> {
                Sql.run(altering, "SET application_name = 'deploy'");
                pid.set(Sql.value(altering, "SELECT pg_backend_pid()"));
                ddl.completeAsync(() -> {
                    Sql.run(altering, "ALTER TABLE app.a ADD COLUMN more int");
                    return null;
                });
                Sql.awaitLockRequest(source, "app.a", "AccessExclusiveLock");
                return null;
            };

            assertThatThrownBy(() -> room.capture(request(queueDdl)))
                    .isInstanceOf(CaptureException.Locked.class)
                    .hasMessageContaining("pid " + pid + " (deploy, since 20")
                    .hasMessageContaining("waits to lock app.a. Wait until its work is done");
            ddl.get();
        }
    }

    @Test
    void aLeaderThatIsEndedWhileWorkersReadEndsTheCapture() {
        AtomicReference<String> leader = new AtomicReference<>();
        CaptureRequest request = request(connection -> {
            leader.set(Sql.value(connection, "SELECT pg_backend_pid()"));
            return null;
        });

        assertThatThrownBy(() -> capture(request, event -> {
                    if (event instanceof TableDone) {
                        Sql.run(source, "SELECT pg_terminate_backend(" + leader + ", 10000)");
                    }
                }))
                .isInstanceOf(CaptureException.SnapshotLost.class)
                .hasMessageStartingWith("the transaction that held the snapshot has ended: " + source.server());
    }

    @Test
    void anInterruptStopsTheCaptureAndIsPassedOn() {
        Thread capturing = Thread.currentThread();

        assertThatThrownBy(() -> capture(request(connection -> null), event -> {
                    if (event instanceof TableDone) {
                        capturing.interrupt();
                    }
                }))
                .isInstanceOf(CaptureException.Stopped.class)
                .hasMessageContaining(source.name());
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aStoreThatFailsEndsTheCaptureWithItsOwnWords() {
        CaptureSnapshot capture = new CaptureSnapshot(
                new ProfileSpace(new StoreWithoutRoom(room.store), room.space.profile()),
                folder.resolve("work"),
                ProgressListener.NONE);

        assertThatThrownBy(() -> capture.capture(request(connection -> null)))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("no room for packs");
    }

    @Test
    void aServerErrorNamesTheTableAndNoValue() {
        Sql.run(
                source,
                "DELETE FROM app.b",
                "INSERT INTO app.b SELECT i FROM generate_series(1, 2000) i",
                "INSERT INTO app.b VALUES ('secret value')");
        Masking masking = new Masking(
                PersonalData.MASKED, List.of(new MaskedColumn("app", "b", "note", "note::int")), Set.of(), false);

        assertThatThrownBy(() -> room.capture(CaptureRoom.request(source, masking, List.of(), null)))
                .isInstanceOf(CaptureException.ReadFailed.class)
                .hasMessageContaining("app.b: a mask failed on a row with SQLSTATE 22P02")
                .satisfies(e -> assertThat(CaptureRoom.everythingIn(e)).doesNotContain("secret"));
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aRoleThatMayNotReadOneTableFailsBeforeAnythingIsStored(int major) {
        prepare(major);
        Sql.run(
                source,
                "DROP ROLE IF EXISTS narrow",
                "CREATE ROLE narrow LOGIN PASSWORD 'narrow'",
                "GRANT USAGE ON SCHEMA app TO narrow",
                "GRANT SELECT ON app.a TO narrow");
        Database narrow = TestPostgres.of(major).database(source.name(), "narrow", "narrow");

        assertThatThrownBy(() -> room.capture(narrow))
                .isInstanceOf(CaptureException.NotReadable.class)
                .hasMessageContaining("table app.b");
        assertThat(room.keys()).isEmpty();
        Sql.run(source, "DROP OWNED BY narrow", "DROP ROLE narrow");
    }

    @Test
    void aPoolerThatSharesSessionsIsRefused() throws IOException {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed");
        try (PgBouncer pooler = PgBouncer.start(TestPostgres.newest(), "transaction")) {
            assertThatThrownBy(() -> room.capture(pooler.database(source.name())))
                    .isInstanceOf(SharedSessionException.class);
        }
        assertThat(room.keys()).isEmpty();
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWork() {
        Captured captured = capture(request(connection -> null), event -> {
            if (event instanceof TableDone done && done.table().equals("app.a")) {
                throw new IllegalStateException("broken listener");
            }
        });

        assertThat(captured.counts().rows()).isEqualTo(1001);
        room.store.delete(room.keys());
    }

    private Captured capture(CaptureRequest request, ProgressListener listener) {
        return new CaptureSnapshot(room.space, folder.resolve("work"), listener).capture(request);
    }

    /** One worker, so that it is known what comes after what. */
    private CaptureRequest request(VersionProbe probe) {
        return new CaptureRequest(source, Masking.raw(), List.of(), null, probe, 1);
    }
}
