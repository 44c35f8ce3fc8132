package dev.migrator.profile.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.SampleManifest;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.Lease;
import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.PackCache;
import dev.migrator.profile.store.PackWriter;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.SnapshotSummary;
import dev.migrator.profile.store.StoreException;
import dev.migrator.testing.TestS3;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3SnapshotTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private final ObjectStore store = S3StoreTest.open(TestS3.shared().createBucket() + "/acme");
    private final ProfileSpace space = new ProfileSpace(store, new ProfileName("orders"));
    private final List<byte[]> pieces = pieces();
    private SnapshotId snapshot = new SnapshotId("0".repeat(64));

    @Test
    void a_snapshot_costs_one_request_for_each_pack_and_a_few_more() {
        Map<String, Long> first = S3Requests.during(this::upload);
        Map<String, Long> second = S3Requests.during(this::upload);
        PackCache cache = new PackCache(folder.resolve("cache"), space, Disk.local());
        Map<String, Long> fetch = S3Requests.during(() -> cache.fetch(cache.manifest(snapshot), ProgressListener.NONE));
        Map<String, Long> again = S3Requests.during(() -> read(cache));

        // store.json, the lease, two packs and the manifest; listed are leases and snapshots, and the lease by the
        // test.
        assertThat(first).isEqualTo(Map.of("GetObject", 1L, "PutObject", 5L, "ListObjectsV2", 3L, "DeleteObjects", 1L));
        // Nothing is new but the lease; packs are listed too, and the manifest of before is read and written as it was.
        assertThat(second)
                .isEqualTo(Map.of("GetObject", 2L, "PutObject", 2L, "ListObjectsV2", 4L, "DeleteObjects", 1L));
        assertThat(fetch).isEqualTo(Map.of("GetObject", 3L));
        assertThat(again).isEmpty();
    }

    @Test
    void a_snapshot_that_is_not_there_is_missed_by_its_place() {
        upload();

        assertThat(space.snapshots()).extracting(SnapshotSummary::id).containsExactly(snapshot);
        assertThatThrownBy(() -> space.manifest(new SnapshotId("ab".repeat(32))))
                .isInstanceOf(StoreException.Missing.class)
                .hasMessageContaining(store.location() + "/orders/snapshots/abab");
    }

    private void upload() {
        space.prepare();
        try (Lease lease = space.lease(Duration.ofHours(1));
                PackWriter packs = new PackWriter(space, space.knownChunks(), folder.resolve("work"))) {
            List<Chunk> chunks = new ArrayList<>();
            for (byte[] piece : pieces) {
                chunks.add(packs.add(piece, 0, piece.length, 1));
            }
            packs.finish();
            assertThat(store.list(lease.key())).hasSize(1);
            snapshot = space.publish(SampleManifest.with(chunks));
        }
    }

    private void read(PackCache cache) {
        Manifest manifest = cache.manifest(snapshot);
        assertThat(cache.holds(manifest)).isTrue();
        assertThat(manifest.chunks().map(cache::read).toList()).containsExactlyElementsOf(pieces);
    }

    /** Forty of one mebibyte that cannot be compressed: more than one pack and less than two. */
    private static List<byte[]> pieces() {
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] piece = new byte[MEBIBYTE];
            new Random(i).nextBytes(piece);
            pieces.add(piece);
        }
        return pieces;
    }
}
