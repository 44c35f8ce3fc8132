package dev.migrator.profile.load;

import static dev.migrator.profile.load.Restoring.absent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.testing.Oracle;
import dev.migrator.testing.SharedDatasets;
import dev.migrator.testing.SortedRows;
import dev.migrator.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real databases, captured on the oldest major under test: each row comes back on every major, and pg_dump sees no difference. */
@Tag("slow")
class DatasetsTest {

    private static final List<String> DATASETS = List.of("pagila", "chinook", "northwind", "adventureworks", "loops");

    private static final TestPostgres OLDEST =
            TestPostgres.of(TestPostgres.majors().get(0));

    static Stream<Arguments> datasetsAndMajors() {
        return DATASETS.stream()
                .flatMap(dataset -> TestPostgres.majors().stream().map(major -> Arguments.of(dataset, major)));
    }

    static Stream<String> datasets() {
        return DATASETS.stream();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("datasetsAndMajors")
    void everyRowOfEveryTableComesBack(String dataset, int major) throws Exception {
        Database source = load(dataset);
        SortedRows rows = SortedRows.of(source);
        long begun = System.nanoTime();
        Taken taken = Taken.of(source);
        long captured = System.nanoTime();

        Database restored = restore(taken, TestPostgres.of(major));

        long done = System.nanoTime();
        assertThat(SortedRows.of(restored)).isEqualTo(rows);
        System.out.printf(
                "%s: %d tables, %d rows; captured on %s in %.1f s, restored and proved on PostgreSQL %d in %.1f s%n",
                dataset,
                rows.tables().size(),
                rows.total(),
                OLDEST,
                seconds(begun, captured),
                major,
                seconds(captured, done));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("datasets")
    void pgDumpCannotTellWhatComesBackFromWhatItHasRestoredItself(String dataset) throws Exception {
        Oracle oracle = new Oracle(OLDEST);
        Optional<String> missing = oracle.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Database source = load(dataset);

        Database restored = restore(Taken.of(source), OLDEST);

        Database twin = oracle.fullTwinOf(source);
        assertThat(oracle.difference(twin, restored)).isEmpty();
        assertThat(oracle.difference(twin, restored, "--privs")).isEmpty();
        assertThat(oracle.difference(twin, restored, "--data")).isEmpty();
        System.out.printf(
                "%s on %s: no difference from what pg_dump has restored; lines that differ from the source: %d, those of pg_dump's copy: %d%n",
                dataset,
                OLDEST,
                oracle.difference(source, restored, "--data").lines().count(),
                oracle.difference(source, twin, "--data").lines().count());
    }

    private static Database load(String dataset) throws Exception {
        Optional<String> missing = SharedDatasets.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Optional<Database> source = SharedDatasets.load(dataset, OLDEST);
        assumeTrue(source.isPresent(), () -> OLDEST + " lacks what " + dataset + " needs");
        return source.orElseThrow();
    }

    private static Database restore(Taken taken, TestPostgres server) {
        return Restoring.of(taken, absent(server)).access(AccessPolicy.CREATE).run();
    }

    private static double seconds(long from, long to) {
        return Duration.ofNanos(to - from).toMillis() / 1000.0;
    }
}
