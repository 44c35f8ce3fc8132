package dev.migrator.profile.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.SampleManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {

    @TempDir
    private Path folder;

    private ObjectStore store;
    private ProfileSpace space;

    @BeforeEach
    void openStore() {
        store = new DirectoryStore(folder.resolve("store"));
        space = new ProfileSpace(store, new ProfileName("orders"));
    }

    @Test
    void what_is_added_comes_back_through_the_cache() {
        byte[] rows = "1\tone\n2\ttwo\n".getBytes(UTF_8);
        byte[] noise = new byte[3_000_000];
        new Random(1).nextBytes(noise);

        Chunk first;
        Chunk second;
        try (PackWriter packs = writer(KnownChunks.none())) {
            first = packs.add(rows, 0, rows.length, 2);
            second = packs.add(noise, 0, noise.length, 0);
            packs.finish();
        }

        PackCache cache = new PackCache(folder.resolve("cache"), space, Disk.local());
        assertThat(cache.read(first)).isEqualTo(rows);
        assertThat(cache.read(second)).isEqualTo(noise);
    }

    @Test
    void a_published_manifest_is_read_back_by_its_id() {
        byte[] rows = "1\tone\n".getBytes(UTF_8);
        Manifest manifest;
        try (PackWriter packs = writer(KnownChunks.none())) {
            manifest = SampleManifest.with(List.of(packs.add(rows, 0, rows.length, 1)));
            packs.finish();
        }
        space.prepare();
        SnapshotId id = space.publish(manifest);

        assertThat(space.manifest(id)).isEqualTo(manifest);
        assertThat(space.snapshots()).extracting(SnapshotSummary::id).containsExactly(id);
    }

    private PackWriter writer(KnownChunks known) {
        return new PackWriter(space, known, folder.resolve("work"));
    }
}
