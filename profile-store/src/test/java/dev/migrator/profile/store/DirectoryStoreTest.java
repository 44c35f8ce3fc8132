package dev.migrator.profile.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends ObjectStoreContract {

    @TempDir
    private Path parent;

    @Override
    protected ObjectStore openEmptyStore() {
        return open(folder());
    }

    @Test
    void the_folder_is_made_by_the_first_put_and_not_before() {
        ObjectStore store = openEmptyStore();

        assertThat(store.list("")).isEmpty();
        store.delete(List.of("p/a"));
        assertThat(folder()).doesNotExist();

        store.put("p/a", "x".getBytes(UTF_8), true);
        assertThat(folder().resolve("p/a")).hasContent("x");
    }

    @Test
    void what_is_at_the_place_of_the_store_may_be_no_file() throws IOException {
        Files.writeString(folder(), "a file");
        ObjectStore store = openEmptyStore();

        assertThatThrownBy(() -> store.put("p/a", new byte[0], false))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("not a folder")
                .hasMessageContaining("the first upload makes one")
                .hasMessageContaining(folder().toString());
        assertThatThrownBy(() -> store.list("p/")).isInstanceOf(StoreException.Unreachable.class);
        assertThatThrownBy(() -> store.get("p/a", null)).isInstanceOf(StoreException.Unreachable.class);
        assertThatThrownBy(() -> store.delete(List.of("p/a"))).isInstanceOf(StoreException.Unreachable.class);
        assertThat(folder()).hasContent("a file");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() {
        ObjectStore store = open(Path.of("/proc/no-place-for-a-store"));

        assertThatThrownBy(() -> store.put("p/a", new byte[0], false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("/proc/no-place-for-a-store")
                .hasMessageContaining("migrator.store");
    }

    @Test
    void a_folder_without_rights_is_refused_with_the_right_that_is_missing() throws IOException {
        assumeThat(System.getProperty("user.name")).as("root may do everything").isNotEqualTo("root");
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        ObjectStore store = openEmptyStore();

        assertThatThrownBy(() -> store.put("p/a", new byte[0], false))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("right to write");
    }

    @Test
    void a_put_that_fails_in_the_middle_leaves_nothing() {
        ObjectStore store = openEmptyStore();
        store.put("p/a", "old".getBytes(UTF_8), false);

        assertThatThrownBy(() -> store.put("p/a", parent, false)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.put("p/b", parent, true)).isInstanceOf(StoreException.class);

        assertThat(store.list("")).extracting(ObjectStore.StoredObject::key).containsExactly("p/a");
        assertThat(folder().resolve("p/a")).hasContent("old");
        assertThat(folder().resolve(".unfinished")).isEmptyDirectory();
    }

    @Test
    void files_that_a_killed_process_left_unfinished_are_swept_after_a_day() throws IOException {
        Path unfinished = Files.createDirectories(folder().resolve(".unfinished"));
        Path old = Files.writeString(unfinished.resolve("old"), "half");
        Path fresh = Files.writeString(unfinished.resolve("fresh"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        ObjectStore store = openEmptyStore();

        assertThat(store.list("")).isEmpty();
        store.put("p/a", new byte[0], false);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void unfinished_files_cannot_be_reached_by_a_key() {
        ObjectStore store = openEmptyStore();

        assertThatThrownBy(() -> store.put(".unfinished/x", new byte[0], false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_location_is_a_folder_however_it_is_written() throws IOException {
        Path odd = parent.resolve("my store%20é");
        ObjectStore store = open(odd);
        store.put("p/a", "x".getBytes(UTF_8), false);

        for (String location : List.of(
                "file:" + odd, odd.toUri().toString(), "file://" + odd.toUri().getRawPath())) {
            try (ObjectStore same = Stores.open(location, Map.of());
                    InputStream in = same.get("p/a", null)) {
                assertThat(in).as(location).hasContent("x");
            }
        }
        assertThat(Stores.open("file:relative/store", Map.of()).location())
                .isEqualTo("file:" + Path.of("relative/store").toAbsolutePath());
    }

    @Test
    void locations_that_name_no_store_are_refused_with_the_known_kinds() {
        assertThatThrownBy(() -> Stores.open("/srv/profiles", Map.of()))
                .hasMessageContaining("no scheme")
                .hasMessageContaining("file:");
        assertThatThrownBy(() -> Stores.open("ftp://host/x", Map.of())).hasMessageContaining("ftp:");
        assertThatThrownBy(() -> Stores.open("file://host/share", Map.of())).hasMessageContaining("file://host/share");
        assertThatThrownBy(() -> Stores.open("file:", Map.of())).isInstanceOf(Stores.StoreLocationException.class);
    }

    @Test
    void credentials_in_a_location_are_refused_and_not_repeated() {
        assertThatThrownBy(() -> Stores.open("file://AKIAEXAMPLE:c2VjcmV0@bucket/prefix", Map.of()))
                .hasMessageContaining("must not hold credentials")
                .hasMessageNotContaining("c2VjcmV0");
    }

    private Path folder() {
        return parent.resolve("store");
    }

    private static ObjectStore open(Path folder) {
        return Stores.open("file:" + folder, Map.of());
    }
}
