package dev.migrator.profile.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotSessionTest {

    private static final Patience SHORT = new Patience(50, 3);

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void withoutLocksATruncateAfterTheExportMakesATableReadAsEmptyWithoutAnError(int major) throws SQLException {
        Database source = tableWithTwoRows(major);
        try (Connection leader = inSnapshot(source);
                Connection worker = inSnapshot(source)) {
            String snapshot = Sql.value(leader, "SELECT pg_export_snapshot()");
            Sql.run(source, "TRUNCATE app.t");
            Sql.run(worker, "SET TRANSACTION SNAPSHOT '" + snapshot + "'");

            assertThat(Sql.value(worker, "SELECT count(*) FROM app.t")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aTruncateBetweenSnapshotAndLockMakesTheLeaderBeginAgain(int major) throws Exception {
        Database source = tableWithTwoRows(major);
        try (Connection truncating = source.connect()) {
            truncating.setAutoCommit(false);
            Sql.run(truncating, "TRUNCATE app.t", "INSERT INTO app.t VALUES (42)");
            CompletableFuture<SnapshotSession> opening = open(source, new Patience(60_000, 2));
            Sql.awaitLockRequest(source, "app.t", "AccessShareLock");
            truncating.commit();

            try (SnapshotSession leader = opening.get();
                    Connection worker = inSnapshot(source)) {
                Sql.run(worker, "SET TRANSACTION SNAPSHOT '" + leader.id() + "'");
                assertThat(Sql.value(worker, "SELECT string_agg(id::text, ',') FROM app.t"))
                        .isEqualTo("42");
            }
        }
    }

    @Test
    void aTableThatIsTruncatedOnEachAttemptIsNamed() throws Exception {
        Database source = tableWithTwoRows(TestPostgres.newest().major());
        try (Connection truncating = source.connect()) {
            truncating.setAutoCommit(false);
            Sql.run(truncating, "TRUNCATE app.t");
            CompletableFuture<SnapshotSession> opening = open(source, new Patience(60_000, 1));
            Sql.awaitLockRequest(source, "app.t", "AccessShareLock");
            truncating.commit();

            assertThatThrownBy(opening::join)
                    .hasCauseInstanceOf(CaptureException.SchemaChanged.class)
                    .hasMessageContaining("truncated, while it was being captured: app.t.");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void aColumnThatIsDroppedBetweenSnapshotAndLockIsNotInTheCatalogReadLater(int major) throws Exception {
        Database source = tableWithTwoRows(major);
        try (Connection altering = source.connect()) {
            altering.setAutoCommit(false);
            Sql.run(altering, "ALTER TABLE app.t DROP COLUMN note");
            CompletableFuture<SnapshotSession> opening = open(source, new Patience(60_000, 2));
            Sql.awaitLockRequest(source, "app.t", "AccessShareLock");
            altering.commit();

            try (SnapshotSession leader = opening.get()) {
                assertThat(leader.catalog().tables().get(0).columns()).hasSize(1);
            }
        }
    }

    @Test
    void aLockThatIsNeverFreedEndsInAnErrorThatNamesTableAndProcess() throws SQLException {
        Database source = tableWithTwoRows(TestPostgres.newest().major());
        try (Connection altering = source.connect()) {
            altering.setAutoCommit(false);
            Sql.run(altering, "SET application_name = 'deploy'", "ALTER TABLE app.t ADD COLUMN more int");

            assertThatThrownBy(() -> SnapshotSession.open(source, SHORT))
                    .isInstanceOf(CaptureException.Locked.class)
                    .hasMessageContaining("app.t is locked by pid " + Sql.value(altering, "SELECT pg_backend_pid()")
                            + " (deploy, since 20");
        }
    }

    @Test
    void writersGoOnWhileTheLeaderHoldsItsLocks() throws SQLException {
        Database source = tableWithTwoRows(TestPostgres.newest().major());
        try (SnapshotSession leader = SnapshotSession.open(source, SHORT)) {
            Sql.run(source, "INSERT INTO app.t VALUES (3)", "DELETE FROM app.t WHERE id = 1", "VACUUM app.t");

            assertThat(Sql.value(leader.connection(), "SELECT string_agg(id::text, ',' ORDER BY id) FROM app.t"))
                    .isEqualTo("1,2");
            assertThat(leader.requireReadAsOfSnapshot()).isFalse();
        }
    }

    @Test
    void aLeaderWhoseSessionWasEndedDoesNotPassForAlive() throws SQLException {
        Database source = tableWithTwoRows(TestPostgres.newest().major());
        try (SnapshotSession leader = SnapshotSession.open(source, SHORT)) {
            Sql.run(
                    source,
                    "SELECT pg_terminate_backend(" + Sql.value(leader.connection(), "SELECT pg_backend_pid()")
                            + ", 10000)");

            assertThatThrownBy(leader::requireReadAsOfSnapshot).isInstanceOf(CaptureException.SnapshotLost.class);
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void anEnumLabelThatIsRenamedMeanwhileIsAnErrorSinceRowsReadBackWithIt(int major) throws SQLException {
        Database source = tableWithTwoRows(major);
        Sql.run(
                source,
                "CREATE TYPE app.state AS ENUM ('old')",
                "CREATE TABLE app.s AS SELECT 'old'::app.state AS state");
        try (SnapshotSession leader = SnapshotSession.open(source, SHORT)) {
            Sql.run(source, "ALTER TYPE app.state RENAME VALUE 'old' TO 'new'");

            assertThat(Sql.value(leader.connection(), "SELECT state FROM app.s"))
                    .isEqualTo("new");
            assertThatThrownBy(leader::requireReadAsOfSnapshot)
                    .isInstanceOf(CaptureException.SchemaChanged.class)
                    .hasMessageContaining("type app.state");
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void ddlThatLeavesTheTablesAloneIsToldButDoesNotEndTheCapture(int major) throws SQLException {
        Database source = tableWithTwoRows(major);
        try (SnapshotSession leader = SnapshotSession.open(source, SHORT)) {
            Sql.run(source, "CREATE INDEX ON app.t (id)");

            assertThat(leader.requireReadAsOfSnapshot()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void everydayWorkIsNoChangeOfTheSchema(int major) throws SQLException {
        Database source = tableWithTwoRows(major);
        Sql.run(source, "CREATE MATERIALIZED VIEW app.m AS SELECT * FROM app.t", "CREATE UNIQUE INDEX ON app.m (id)");
        try (SnapshotSession leader = SnapshotSession.open(source, SHORT);
                Connection other = source.connect()) {
            Sql.run(
                    other,
                    "REFRESH MATERIALIZED VIEW app.m",
                    "REFRESH MATERIALIZED VIEW CONCURRENTLY app.m",
                    "VACUUM ANALYZE",
                    "CREATE TEMP TABLE mine (id int PRIMARY KEY, note text DEFAULT 'x' CHECK (note <> ''))",
                    "CREATE TYPE pg_temp.passing AS ENUM ('a')",
                    "DROP TYPE pg_temp.passing");

            assertThat(leader.requireReadAsOfSnapshot()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void theLeaderLocksNothingButTables(int major) throws SQLException {
        Database source = tableWithTwoRows(major);
        Sql.run(
                source,
                "CREATE MATERIALIZED VIEW app.m AS SELECT * FROM app.t",
                "CREATE INDEX ON app.t (id)",
                "CREATE SEQUENCE app.s",
                "CREATE VIEW app.v AS SELECT * FROM app.m");
        try (SnapshotSession leader = SnapshotSession.open(source, SHORT)) {
            String pid = Sql.value(leader.connection(), "SELECT pg_backend_pid()");

            assertThat(Sql.value(source, """
                    SELECT string_agg(relation::regclass || ' ' || mode, ',') FROM pg_locks
                    WHERE locktype = 'relation' AND relation >= 16384 AND pid =\s""" + pid)).isEqualTo("app.t AccessShareLock");
        }
    }

    @Test
    void temporaryTablesOfOthersAreNotLocked() throws SQLException {
        Database source = tableWithTwoRows(TestPostgres.newest().major());
        try (Connection other = source.connect()) {
            Sql.run(other, "CREATE TEMP TABLE mine (id int)");

            try (SnapshotSession leader = SnapshotSession.open(source, SHORT)) {
                assertThat(leader.tables()).extracting(Relation::toString).containsExactly("app.t");
            }
        }
    }

    private static Database tableWithTwoRows(int major) {
        Database source = TestPostgres.of(major).createDatabase("session");
        Sql.run(
                source,
                "CREATE SCHEMA app",
                "CREATE TABLE app.t (id int, note text)",
                "INSERT INTO app.t VALUES (1, 'one'), (2, 'two')");
        return source;
    }

    private static Connection inSnapshot(Database source) throws SQLException {
        Connection connection = source.connect();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static CompletableFuture<SnapshotSession> open(Database source, Patience patience) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return SnapshotSession.open(source, patience);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }
}
