package dev.migrator.profile.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrator.postgres.Database;
import dev.migrator.profile.capture.Captured;
import dev.migrator.testing.Oracle;
import dev.migrator.testing.SharedDatasets;
import dev.migrator.testing.SortedRows;
import dev.migrator.testing.TestPostgres;
import dev.migrator.testing.TestS3;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real databases go to S3 and come back: each row is there, and no request is made that the design does not need. */
@Tag("slow")
class S3DatasetsTest {

    private final TestPostgres server = TestPostgres.of(TestPostgres.majors().get(0));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pagila", "chinook"})
    void comes_back_row_for_row_by_as_few_requests_as_there_are_packs(String dataset) throws Exception {
        Database source = load(dataset);
        S3Trip trip = new S3Trip(source, folder);

        Map<String, Long> first = S3Requests.during(trip::upload);
        Captured captured = trip.captured();
        Map<String, Long> second = S3Requests.during(trip::upload);
        Map<String, Long> down = S3Requests.during(trip::fetchAndRestore);

        SortedRows rows = SortedRows.of(source);
        System.out.printf(
                "%s through %s: %d tables, %d rows, %d chunks in %d packs, %d bytes; first upload %s; second %s; fetch and restore %s%n",
                dataset,
                TestS3.shared().product(),
                rows.tables().size(),
                rows.total(),
                captured.counts().newChunks(),
                captured.counts().newPacks(),
                captured.counts().packBytes(),
                first,
                second,
                down);
        assertThat(SortedRows.of(trip.target())).isEqualTo(rows);
        pgDumpSeesNoDifference(source, trip.target());
        long packs = captured.counts().newPacks();
        assertThat(packs).isLessThanOrEqualTo(S3Trip.JOBS + captured.counts().packBytes() / S3Trip.FULL_PACK);
        // store.json is asked for; it, the lease, the packs and the manifest are put; leases and snapshots are listed.
        assertThat(first)
                .isEqualTo(Map.of("GetObject", 1L, "PutObject", packs + 3, "ListObjectsV2", 2L, "DeleteObjects", 1L));
        // Lease and manifest are put, nothing else; the manifest of before is read, and the packs are listed.
        assertThat(trip.captured().counts().newChunks()).isZero();
        assertThat(second)
                .isEqualTo(Map.of("GetObject", 2L, "PutObject", 2L, "ListObjectsV2", 3L, "DeleteObjects", 1L));
        assertThat(down).isEqualTo(Map.of("GetObject", packs + 1));
    }

    private Database load(String dataset) throws Exception {
        Optional<String> missing = SharedDatasets.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        Optional<Database> source = SharedDatasets.load(dataset, server);
        assumeTrue(source.isPresent(), () -> server + " lacks what " + dataset + " needs");
        return source.orElseThrow();
    }

    /** Where there is a pg_dump for this major; the rows have been compared without it. */
    private void pgDumpSeesNoDifference(Database source, Database target) throws Exception {
        Oracle oracle = new Oracle(server);
        if (oracle.missing().isEmpty()) {
            Database twin = oracle.fullTwinOf(source);
            assertThat(oracle.difference(twin, target, "--data")).isEmpty();
            assertThat(oracle.difference(twin, target, "--privs")).isEmpty();
        }
    }
}
