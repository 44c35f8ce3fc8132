package dev.migrator.profile.golden;

import dev.migrator.profile.ProfileName;
import dev.migrator.profile.Ref;
import dev.migrator.profile.RefFile;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.Stores;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A snapshot that a version of migrator wrote and every later one has to read: a folder of the resources with {@code source.sql} (the
 * database that was captured), {@code snapshot.json} (the ref) and {@code store} (a store in a folder, with the profile {@code golden}).
 */
record GoldenSnapshot(Path folder) {

    static final ProfileName PROFILE = new ProfileName("golden");

    /** All that there are, one for each version that changed something. */
    static List<GoldenSnapshot> all() throws IOException, URISyntaxException {
        Path resources = Path.of(GoldenSnapshot.class.getResource("/golden").toURI());
        try (Stream<Path> folders = Files.list(resources)) {
            return folders.sorted().map(GoldenSnapshot::new).toList();
        }
    }

    Path store() {
        return folder.resolve("store");
    }

    ProfileSpace space() {
        return new ProfileSpace(Stores.open(store().toUri().toString(), Map.of()), PROFILE);
    }

    Ref ref() {
        return RefFile.read(folder.resolve("snapshot.json"));
    }

    /** The script that made the database. */
    String source() throws IOException {
        return Files.readString(folder.resolve("source.sql"));
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
