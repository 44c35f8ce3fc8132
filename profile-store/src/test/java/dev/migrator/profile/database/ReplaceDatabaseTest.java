package dev.migrator.profile.database;

import static dev.migrator.profile.database.Replacement.ONE_TABLE;
import static dev.migrator.profile.database.Replacement.databaseExists;
import static dev.migrator.profile.database.Replacement.execute;
import static dev.migrator.profile.database.Replacement.leftovers;
import static dev.migrator.profile.database.Replacement.tableExists;
import static dev.migrator.profile.database.Replacement.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.catalog.ScratchDatabase;
import dev.migrator.error.MigratorException;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplaceDatabaseTest {

    private static final String MAJORS = "dev.migrator.testing.TestPostgres#majors";

    private final TestPostgres server = TestPostgres.newest();

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aTargetThatDoesNotExistIsMade(int major) throws SQLException {
        Database target = absent(TestPostgres.of(major));

        Replaced replaced = Replacement.of(target).run();

        assertThat(replaced.existedBefore()).isFalse();
        assertThat(tableExists(target, "restored")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aTargetOfOursIsReplacedAndItsFormerDatabaseDropped(int major) throws SQLException {
        Database target = absent(TestPostgres.of(major));
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");

        Replaced replaced = Replacement.of(target).run();

        assertThat(replaced.existedBefore()).isTrue();
        assertThat(tableExists(target, "before")).isFalse();
        assertThat(tableExists(target, "restored")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aFillingThatFailsLeavesTheTargetAsItWas(int major) throws SQLException {
        Database target = absent(TestPostgres.of(major));
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");

        assertThatThrownBy(() -> Replacement.of(target)
                        .filling(fresh -> execute(fresh, "CREATE TABLE public.half()", "SELECT 1/0"))
                        .run())
                .isInstanceOf(MigratorException.class);

        assertThat(tableExists(target, "before")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void anInterruptAtTheLastMomentLeavesTheTargetAsItWas() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");

        assertThatThrownBy(() -> Replacement.of(target)
                        .replay(fresh -> Thread.currentThread().interrupt())
                        .run())
                .isInstanceOf(TargetException.Stopped.class)
                .hasMessageContaining("the target is as it was");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(tableExists(target, "before")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void aReplayThatFailsLeavesTheTargetAsItWas() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        execute(target, "CREATE TABLE public.before()");

        assertThatThrownBy(() -> Replacement.of(target)
                        .replay(fresh -> {
                            throw new MigratorException("migration failed", "002_x.sql", "Mend it");
                        })
                        .run())
                .hasMessageContaining("002_x.sql");

        assertThat(tableExists(target, "before")).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void whatAKilledRunLeftIsDroppedEvenWhileItsSessionsAreStillBusy() throws SQLException {
        Database target = absent(server);
        Database half = target.named(new ReservedNames(target.name()).fresh());
        execute(server.maintenance(), "CREATE DATABASE \"" + half.name() + "\"");
        try (Connection lingering = half.connect()) {
            Replacement.of(target).run();

            assertThat(lingering.isValid(0)).isFalse();
        }
        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void aScratchDatabaseThatAKilledComparisonLeftIsDropped() throws SQLException {
        Database target = absent(server);
        Database fresh = target.named(new ReservedNames(target.name()).fresh());
        execute(server.maintenance(), "CREATE DATABASE \"" + ScratchDatabase.prefixFor(fresh) + "0\"");

        Replacement.of(target).run();

        assertThat(leftovers(target)).isEmpty();
    }

    /** The instant after the commit and before the drop: all that a kill there leaves is the former database. */
    @Test
    void aFormerDatabaseThatWasNotDroppedIsDroppedByTheNextRun() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        ReplacementRequest request = Replacement.of(target).request();
        try (TargetLock lock = TargetLock.take(target)) {
            TargetGuard guard = new TargetGuard(request);
            Optional<ExistingDatabase> old = guard.check(lock.connection());
            String fresh = new ReservedNames(target.name()).fresh();
            new FreshDatabase(lock.connection(), event -> {}).create(fresh, DatabaseShape.PLAIN);
            execute(target.named(fresh), "CREATE TABLE public.second()");
            new Swap(lock, guard, request).perform(old);
        }
        assertThat(tableExists(target, "second")).isTrue();
        assertThat(leftovers(target)).containsExactly(new ReservedNames(target.name()).old());

        Replacement.of(target).overwrite(target.name()).run();

        assertThat(leftovers(target)).isEmpty();
    }

    @Test
    void aSubscriptionInTheFormerDatabaseDoesNotStandInTheWay() throws SQLException {
        Database target = absent(server);
        Replacement.of(target).run();
        execute(target, "CREATE SUBSCRIPTION feed CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false)");

        Replacement.of(target).run();

        assertThat(leftovers(target)).isEmpty();
        assertThat(value(
                        target,
                        "SELECT count(*) FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid"
                                + " WHERE d.datname = current_database()"))
                .isEqualTo("0");
    }

    @Test
    void aRoleThatMayOnlyCreateDatabasesCanReplaceItsOwn() throws SQLException {
        String role = "creator_" + UUID.randomUUID().toString().substring(0, 8);
        execute(server.maintenance(), "CREATE ROLE \"" + role + "\" LOGIN CREATEDB PASSWORD 'pw'");
        Database target = server.database(name(), role, "pw");

        Replacement.of(target).filling(ONE_TABLE).run();
        Replacement.of(target).run();

        assertThat(databaseExists(target)).isTrue();
        assertThat(leftovers(target)).isEmpty();
    }

    static String name() {
        return "test_" + UUID.randomUUID().toString().substring(0, 13);
    }

    static Database absent(TestPostgres server) {
        return server.database(name());
    }
}
