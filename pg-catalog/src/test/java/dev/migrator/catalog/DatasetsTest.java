package dev.migrator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.testing.Oracle;
import dev.migrator.testing.SharedDatasets;
import dev.migrator.testing.TestPostgres;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real schemas: pg_dump cannot tell a database made by a plan from one that it has restored itself. */
@Tag("slow")
class DatasetsTest {

    static Stream<Arguments> datasetsOnMajors() {
        return TestPostgres.majors().stream()
                .flatMap(major -> Stream.of("chinook", "northwind", "pagila", "adventureworks", "loops")
                        .map(dataset -> Arguments.of(dataset, major)));
    }

    static Stream<Arguments> datasetsFromOldestToNewer() {
        int oldest = TestPostgres.majors().get(0);
        return datasetsOnMajors()
                .filter(arguments -> (int) arguments.get()[1] > oldest)
                .map(arguments ->
                        Arguments.of(arguments.get()[0], oldest, arguments.get()[1]));
    }

    @ParameterizedTest(name = "{0} from {1} to {2}", allowZeroInvocations = true)
    @MethodSource("datasetsFromOldestToNewer")
    void comesBackWithTheSameStructureOnANewerMajor(String dataset, int from, int to) throws Exception {
        TestPostgres older = TestPostgres.of(from);
        Optional<String> missing = new Oracle(older).missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Catalog original = RoundTrip.read(SharedDatasets.loadWhatIsUnderstood(dataset, older));
        assertThat(original.objects()).as("what %s understands", older).hasSizeGreaterThan(20);

        TestPostgres newer = TestPostgres.of(to);
        Database upgraded = newer.createDatabase("upgraded");
        RoundTrip.apply(original.plan(), upgraded);

        CatalogDiff diff =
                CatalogComparison.rereadingOn(newer.maintenance()).compare(original, RoundTrip.read(upgraded));
        assertThat(diff.isEmpty()).as("%s", diff).isTrue();
        assertThat(diff.undecided())
                .as("what is listed: bodies of views, which newer majors word differently")
                .allSatisfy(change ->
                        assertThat(change.before().id().kind()).isIn(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW));
        if (dataset.equals("pagila") && from < 16 && to >= 18) {
            assertThat(diff.undecided())
                    .extracting(change -> change.before().id().toString())
                    .containsExactly(
                            "view legacy.rental",
                            "view public.family_films",
                            "view public.sales_top5_by_film_category");
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("datasetsOnMajors")
    void comesBackAsPgDumpWouldBringItBack(String dataset, int major) throws Exception {
        TestPostgres server = TestPostgres.of(major);
        Optional<String> missing = new Oracle(server).missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Optional<Database> source = SharedDatasets.load(dataset, server);
        assumeTrue(source.isPresent(), () -> "this build of " + server + " lacks what " + dataset + " needs");

        RoundTrip.of(source.orElseThrow(), server).isWhatPgDumpWouldRestore();
    }
}
