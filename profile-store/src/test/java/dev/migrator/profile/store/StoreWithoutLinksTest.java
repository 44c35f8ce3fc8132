package dev.migrator.profile.store;

import static dev.migrator.profile.store.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder on a file system that has no hard links, as on many sticks and network drives; here, one inside a zip file. */
class StoreWithoutLinksTest {

    @TempDir
    private Path folder;

    @Test
    void a_write_if_absent_has_one_winner_there_too() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("store.zip"), Map.of("create", "true"));
                ObjectStore store = new DirectoryStore(zip.getPath("/store"))) {
            List<Boolean> wins = IntStream.range(0, 8)
                    .mapToObj(i -> store.put("p/a", text("writer " + i), true))
                    .toList();

            assertThat(wins).containsExactly(true, false, false, false, false, false, false, false);
            try (InputStream in = store.get("p/a", null)) {
                assertThat(in).hasContent("writer 0");
            }
            assertThat(store.list("")).extracting(ObjectStore.StoredObject::key).containsExactly("p/a");
        }
    }
}
