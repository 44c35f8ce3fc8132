package dev.migrator.profile.store;

import static dev.migrator.profile.store.Bytes.noise;
import static dev.migrator.profile.store.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.internal.Sha256;
import dev.migrator.profile.manifest.ManifestFile;
import dev.migrator.profile.manifest.SampleManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileSpaceTest {

    @TempDir
    private Path folder;

    private WatchedStore store;
    private ProfileSpace space;

    @BeforeEach
    void openStore() {
        store = new WatchedStore(new DirectoryStore(folder));
        space = new ProfileSpace(store, new ProfileName("orders"));
    }

    @Test
    void a_new_space_is_marked_with_its_format() {
        space.prepare();

        assertThat(folder.resolve("orders/store.json")).hasContent("{\"format\":1}");
    }

    @Test
    void a_space_that_is_marked_is_left_as_it_is() {
        store.put("orders/store.json", text("{ \"format\": 1, \"since\": \"0.1.0\" }"), false);

        space.prepare();

        assertThat(store.calls("put")).hasSize(1);
    }

    @Test
    void of_many_that_prepare_one_space_at_once_each_finds_it_marked() {
        IntStream.range(0, 16).parallel().forEach(i -> space.prepare());

        assertThat(folder.resolve("orders/store.json")).hasContent("{\"format\":1}");
    }

    @Test
    void a_space_of_another_format_is_refused() {
        store.put("orders/store.json", text("{\"format\":2}"), false);

        assertThatThrownBy(space::prepare)
                .isInstanceOf(StoreException.TooNew.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("file:" + folder + "/orders/store.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "format 1", "{\"format\":\"one\"}", "{\"format\":1} and more"})
    void a_mark_that_cannot_be_read_is_named(String mark) {
        store.put("orders/store.json", text(mark), false);

        assertThatThrownBy(space::prepare)
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("orders/store.json")
                .hasMessageContaining("{\"format\":1}");
    }

    @Test
    void snapshots_are_listed_newest_first_without_being_read() throws IOException {
        SnapshotId old = publishAt("2026-01-01T00:00:00Z", 1);
        SnapshotId newest = publishAt("2026-03-01T00:00:00Z", 2);
        SnapshotId middle = publishAt("2026-02-01T00:00:00Z", 3);

        assertThat(space.snapshots()).extracting(SnapshotSummary::id).containsExactly(newest, middle, old);
        assertThat(space.snapshots().get(0).published()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(space.snapshots().get(0).manifestSize()).isEqualTo(Files.size(manifestFile(newest)));
        assertThat(store.calls("get")).isEmpty();
    }

    @Test
    void what_is_no_manifest_is_no_snapshot() {
        store.put("orders/snapshots/notes.txt", text("x"), false);
        store.put("orders/snapshots/" + "ab".repeat(32) + ".json", text("x"), false);

        assertThat(space.snapshots()).isEmpty();
    }

    @Test
    void profiles_whose_names_begin_alike_do_not_see_one_another() {
        space.publish(SampleManifest.with(List.of()));

        assertThat(new ProfileSpace(store, new ProfileName("order")).snapshots())
                .isEmpty();
        assertThat(new ProfileSpace(store, new ProfileName("orders2")).snapshots())
                .isEmpty();
    }

    @Test
    void a_manifest_of_another_profile_is_not_published_here() {
        ProfileSpace other = new ProfileSpace(store, new ProfileName("billing"));

        assertThatThrownBy(() -> other.publish(SampleManifest.with(List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void publishing_the_same_again_changes_nothing() {
        SnapshotId first = space.publish(SampleManifest.with(List.of()));
        SnapshotId second = space.publish(SampleManifest.with(List.of()));

        assertThat(second).isEqualTo(first);
        assertThat(space.snapshots()).hasSize(1);
    }

    @Test
    void the_chunks_of_the_newest_snapshots_are_known() throws IOException {
        for (int i = 1; i <= 4; i++) {
            publishAt("2026-0" + i + "-01T00:00:00Z", i);
        }

        KnownChunks known = space.knownChunks();

        assertThat(known.size()).isEqualTo(3);
        assertThat(known.find(hashOf(1))).isNull();
        assertThat(known.find(hashOf(2))).isNotNull();
        assertThat(known.find(hashOf(4))).isNotNull();
    }

    @Test
    void a_chunk_whose_pack_is_gone_is_not_known() throws IOException {
        publishAt("2026-01-01T00:00:00Z", 1);
        publishAt("2026-02-01T00:00:00Z", 2);
        Chunk gone = space.knownChunks().find(hashOf(1));

        store.delete(List.of(space.packKey(gone.pack())));

        assertThat(space.knownChunks().find(hashOf(1))).isNull();
        assertThat(space.knownChunks().find(hashOf(2))).isNotNull();
    }

    @Test
    void manifests_that_cannot_be_used_do_not_hinder_an_upload() throws IOException {
        publishAt("2026-01-01T00:00:00Z", 1);
        SnapshotId damaged = publishAt("2026-02-01T00:00:00Z", 2);
        Files.write(manifestFile(damaged), noise(10));
        ManifestFile later = new ManifestFile("{\"format\":2}");
        Files.write(manifestFile(later.id()), later.bytes());

        assertThat(space.knownChunks().size()).isEqualTo(1);
    }

    @Test
    void a_first_upload_asks_for_no_packs() {
        assertThat(space.knownChunks().size()).isZero();
        assertThat(store.calls()).containsExactly("list orders/snapshots/");
    }

    private SnapshotId publishAt(String time, int content) throws IOException {
        byte[] bytes = text("content " + content);
        SnapshotId id;
        try (PackWriter packs = new PackWriter(space, KnownChunks.none(), folder.resolve("work"))) {
            Chunk chunk = packs.add(bytes, 0, bytes.length, 1);
            packs.finish();
            id = space.publish(SampleManifest.with(List.of(chunk)));
        }
        Files.setLastModifiedTime(manifestFile(id), FileTime.from(Instant.parse(time)));
        return id;
    }

    private Path manifestFile(SnapshotId id) {
        return folder.resolve("orders/snapshots").resolve(id + ".json.zst");
    }

    private static String hashOf(int content) {
        return Sha256.hex("content " + content);
    }
}
