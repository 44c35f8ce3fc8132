package dev.migrator.catalog.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.catalog.Catalog;
import dev.migrator.catalog.CatalogComparison;
import dev.migrator.catalog.CatalogDiff;
import dev.migrator.catalog.CatalogDiffText;
import dev.migrator.catalog.RoundTrip;
import dev.migrator.postgres.Database;
import dev.migrator.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Schemas that nobody thought of come back. {@code -Dit.seeds=1000} tries so many of them, {@code -Dit.seed=4711} that one; with {@code
 * -Dit.oracle=true} pg_dump judges too.
 */
@Tag("slow")
class RandomSchemasTest {

    /** A kind of which there were fewer statements says nothing about how many are accepted. */
    private static final int ENOUGH = 20;

    private final Map<String, RandomSchema.Count> counts = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> comeBackAsTheyWere() {
        Stream<DynamicTest> trips = TestPostgres.majors().stream().flatMap(major -> seeds().mapToObj(seed ->
                DynamicTest.dynamicTest("seed " + seed + " on " + major, () -> comesBack(seed, major))));
        return Stream.concat(
                trips,
                Stream.of(DynamicTest.dynamicTest(
                        "servers accept nine in ten statements of each kind", this::mostStatementsAreAccepted)));
    }

    @TestFactory
    Stream<DynamicTest> haveTheSameStructureOnANewerMajor() {
        List<Integer> majors = TestPostgres.majors();
        int oldest = majors.get(0);
        int newest = majors.get(majors.size() - 1);
        return seeds().filter(seed -> newest > oldest)
                .mapToObj(seed -> DynamicTest.dynamicTest(
                        "seed " + seed + " from " + oldest + " to " + newest, () -> isUpgraded(seed, oldest, newest)));
    }

    private void comesBack(long seed, int major) throws Exception {
        try (Trial trial = new Trial(seed, major)) {
            trial.run(() -> {
                trial.schema().counts().forEach((kind, count) -> counts.merge(kind, count, RandomSchema.Count::and));
                RoundTrip trip = RoundTrip.of(trial.source(), trial.server());
                Database restored = trial.dropping(trip.target());
                assertSame(trip.original(), trip.restored(), trial.server());
                assertThat(CatalogRows.difference(trial.source(), restored)).isEmpty();
                if (Boolean.getBoolean("it.oracle")) {
                    PgDumpVerdict pgDump = new PgDumpVerdict(trial.server());
                    Database twin = trial.dropping(pgDump.twinOf(trial.source()));
                    assertThat(pgDump.wrong(trial.source(), twin, restored)).isEmpty();
                }
            });
        }
    }

    private static void isUpgraded(long seed, int from, int to) throws Exception {
        TestPostgres newer = TestPostgres.of(to);
        RandomRoles.create(newer.maintenance());
        try (Trial trial = new Trial(seed, from)) {
            Database upgraded = newer.createDatabase("upgraded");
            trial.dropping(upgraded, newer);
            trial.run(() -> {
                Catalog original = RoundTrip.read(trial.source());
                RoundTrip.apply(original.plan(), upgraded);
                assertSame(original, RoundTrip.read(upgraded), newer);
            });
        }
    }

    private static void assertSame(Catalog original, Catalog restored, TestPostgres server) throws SQLException {
        CatalogDiff diff = CatalogComparison.rereadingOn(server.maintenance()).compare(original, restored);
        assertThat(diff.isEmpty())
                .as("%s", CatalogDiffText.of(diff, "original", "restored"))
                .isTrue();
        if (original.server().major() == restored.server().major()) {
            assertThat(diff.undecided()).isEmpty();
        }
    }

    private void mostStatementsAreAccepted() {
        assertThat(counts).allSatisfy((kind, count) -> assertThat(count.accepted() * 10)
                .as("%s: %s", kind, count)
                .isGreaterThanOrEqualTo(count.all() < ENOUGH ? 0 : count.all() * 9));
    }

    private static LongStream seeds() {
        Long one = Long.getLong("it.seed");
        return one == null ? LongStream.rangeClosed(1, Integer.getInteger("it.seeds", 25)) : LongStream.of(one);
    }
}
