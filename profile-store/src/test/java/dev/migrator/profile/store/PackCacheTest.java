package dev.migrator.profile.store;

import static dev.migrator.profile.store.Bytes.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.SampleManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCacheTest {

    private static final List<Integer> SIZES = List.of(1000, 2000, 3000);

    @TempDir
    private Path folder;

    private WatchedStore store;
    private ProfileSpace space;
    private PackCache cache;
    private SnapshotId snapshot;
    private Manifest manifest;

    /** A snapshot of three chunks, each in a pack of its own. */
    @BeforeEach
    void uploadSnapshot() {
        store = new WatchedStore(new DirectoryStore(folder.resolve("store")));
        space = new ProfileSpace(store, new ProfileName("orders"));
        List<Chunk> chunks = new ArrayList<>();
        for (int size : SIZES) {
            try (PackWriter packs = new PackWriter(space, KnownChunks.none(), folder.resolve("work"))) {
                chunks.add(packs.add(noise(size), 0, size, 1));
                packs.finish();
            }
        }
        manifest = SampleManifest.with(chunks);
        snapshot = space.publish(manifest);
        cache = openCache();
    }

    @Test
    void a_chunk_is_read_without_being_fetched_before() {
        assertThat(cache.read(chunk(0))).isEqualTo(noise(1000));
        assertThat(store.calls("get")).hasSize(1);
    }

    @Test
    void what_was_fetched_is_read_without_the_store() {
        cache.manifest(snapshot);
        assertThat(cache.holds(manifest)).isFalse();
        cache.fetch(manifest, ProgressListener.NONE);
        store.delete(store.list("").stream().map(ObjectStore.StoredObject::key).toList());

        PackCache later = openCache();

        assertThat(later.manifest(snapshot)).isEqualTo(manifest);
        assertThat(later.holds(manifest)).isTrue();
        assertThat(manifest.chunks().map(later::read)).containsExactly(noise(1000), noise(2000), noise(3000));
    }

    @Test
    void a_second_fetch_asks_for_nothing() {
        cache.fetch(manifest, ProgressListener.NONE);
        cache.fetch(manifest, ProgressListener.NONE);

        assertThat(store.calls("get")).hasSize(3);
    }

    @Test
    void a_fetch_tells_how_far_it_is() {
        List<ProgressEvent> events = new CopyOnWriteArrayList<>();

        cache.fetch(manifest, events::add);

        long total = manifest.chunks().mapToLong(Chunk::length).sum();
        assertThat(events).startsWith(new ProgressEvent.StepStarted("fetching packs"));
        assertThat(events).endsWith(new ProgressEvent.BytesDone("fetching packs", total, total));
    }

    @Test
    void threads_that_want_one_pack_wait_for_one_download() {
        List<byte[]> read = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> cache.read(chunk(0)))
                .toList();

        assertThat(read).hasSize(32).allMatch(bytes -> bytes.length == 1000);
        assertThat(store.calls("get")).hasSize(1);
    }

    @Test
    void processes_may_fetch_into_one_folder_at_once() throws IOException {
        List<PackCache> caches = Stream.generate(this::openCache).limit(8).toList();

        caches.parallelStream().forEach(each -> each.fetch(manifest, ProgressListener.NONE));

        assertThat(manifest.chunks().map(cache::read)).containsExactly(noise(1000), noise(2000), noise(3000));
        assertThat(filesInCache()).containsExactlyInAnyOrderElementsOf(manifest.packs());
    }

    @Test
    void a_damaged_pack_in_the_cache_is_fetched_again_once() throws IOException {
        cache.fetch(manifest, ProgressListener.NONE);
        Files.write(cached(0), noise(chunk(0).length()));
        Files.write(cached(1), new byte[0]);

        assertThat(cache.read(chunk(0))).isEqualTo(noise(1000));
        assertThat(cache.read(chunk(1))).isEqualTo(noise(2000));

        assertThat(store.calls("get")).hasSize(5);
    }

    @Test
    void a_pack_that_is_damaged_in_the_store_is_not_fetched_for_ever() {
        store.put(space.packKey(chunk(0).pack()), noise(chunk(0).length()), false);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> cache.read(chunk(0))).isInstanceOf(StoreException.Corrupt.class);
        }
        assertThat(store.calls("get")).hasSize(2);
    }

    @Test
    void a_damaged_manifest_in_the_cache_is_read_from_the_store() throws IOException {
        cache.manifest(snapshot);
        Path file = cache.folder().resolve("snapshots").resolve(snapshot + ".json.zst");
        byte[] good = Files.readAllBytes(file);
        Files.write(file, noise(10));

        assertThat(cache.manifest(snapshot)).isEqualTo(manifest);
        assertThat(file).hasBinaryContent(good);
    }

    @Test
    void a_connection_that_breaks_is_made_again() throws IOException {
        store.breakReads(2);

        assertThat(cache.read(chunk(0))).isEqualTo(noise(1000));
        assertThat(store.calls("get")).hasSize(3);
        assertThat(filesInCache()).containsExactly(chunk(0).pack());
    }

    @Test
    void a_connection_that_breaks_again_and_again_is_given_up() throws IOException {
        store.breakReads(3);

        assertThatThrownBy(() -> cache.read(chunk(0)))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("in the middle of an object")
                .hasMessageContaining(chunk(0).pack());
        assertThat(filesInCache()).isEmpty();
    }

    @Test
    void a_fetch_that_fails_says_what_of_and_leaves_no_half_pack() throws IOException {
        store.delete(List.of(space.packKey(chunk(1).pack())));

        assertThatThrownBy(() -> cache.fetch(manifest, ProgressListener.NONE))
                .isInstanceOf(StoreException.Missing.class)
                .hasMessageContaining(chunk(1).pack());
        assertThat(filesInCache()).allMatch(manifest.packs()::contains);
    }

    @Test
    void an_interrupt_stops_a_fetch() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> cache.fetch(manifest, ProgressListener.NONE))
                    .isInstanceOf(StoreException.Stopped.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void profiles_and_stores_do_not_mix_in_one_cache() {
        ProfileSpace otherProfile = new ProfileSpace(store, new ProfileName("billing"));
        ProfileSpace otherStore =
                new ProfileSpace(new DirectoryStore(folder.resolve("other")), new ProfileName("orders"));

        assertThat(Stream.of(space, otherProfile, otherStore)
                        .map(each -> new PackCache(folder, each, Disk.local()).folder()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_change_of_the_cache_passes_the_disk() {
        List<String> changes = new CopyOnWriteArrayList<>();
        PackCache watched = new PackCache(folder.resolve("watched"), space, new Disk() {
            @Override
            public void replace(Path file, byte[] content) throws IOException {
                changes.add("replace");
                Disk.local().replace(file, content);
            }

            @Override
            public void move(Path from, Path to) throws IOException {
                changes.add("move");
                Disk.local().move(from, to);
            }

            @Override
            public void delete(Path tree) {
                changes.add("delete");
            }
        });

        watched.fetch(watched.manifest(snapshot), ProgressListener.NONE);

        assertThat(changes).containsExactly("replace", "move", "move", "move");
    }

    private PackCache openCache() {
        return new PackCache(folder.resolve("cache"), space, Disk.local());
    }

    private Chunk chunk(int index) {
        return manifest.chunks().skip(index).findFirst().orElseThrow();
    }

    private Path cached(int index) {
        return cache.folder().resolve("packs").resolve(chunk(index).pack());
    }

    private List<String> filesInCache() throws IOException {
        Path packs = cache.folder().resolve("packs");
        if (Files.notExists(packs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(packs)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
