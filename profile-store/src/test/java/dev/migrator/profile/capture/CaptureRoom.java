package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.ChunkSource;
import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.PackCache;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.Stores;
import dev.migrator.testing.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A store in a folder, a profile in it, and captures into it. */
final class CaptureRoom {

    final ObjectStore store;
    final ProfileSpace space;
    final List<ProgressEvent> events = new CopyOnWriteArrayList<>();
    private final Path folder;

    CaptureRoom(Path folder) {
        this.folder = folder;
        this.store = Stores.open("file:" + folder.resolve("store"), Map.of());
        this.space = new ProfileSpace(store, new ProfileName("customer1"));
    }

    /** A new database with an empty schema {@code app}. */
    static Database source(int major) {
        Database source = TestPostgres.of(major).createDatabase("capture");
        Sql.run(source, "CREATE SCHEMA app");
        return source;
    }

    Captured capture(Database source) {
        return capture(request(source, Masking.raw(), List.of(), null));
    }

    Captured capture(CaptureRequest request) {
        return new CaptureSnapshot(space, folder.resolve("work"), events::add).capture(request);
    }

    static CaptureRequest request(
            Database source, Masking masking, List<MediaFolder> media, @Nullable SnapshotId parent) {
        return new CaptureRequest(source, masking, media, parent, connection -> null, 2);
    }

    /** The COPY text of a table, read back from the store. */
    byte[] rows(Manifest manifest, String table) {
        return bytes(table(manifest, table).chunks());
    }

    String text(Manifest manifest, String table) {
        return new String(rows(manifest, table), StandardCharsets.UTF_8);
    }

    byte[] bytes(List<Chunk> chunks) {
        ChunkSource source = new PackCache(folder.resolve("cache"), space, Disk.local());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        chunks.forEach(chunk -> all.writeBytes(source.read(chunk)));
        return all.toByteArray();
    }

    static TableContent table(Manifest manifest, String table) {
        return manifest.tables().stream()
                .filter(content -> (content.schema() + "." + content.name()).equals(table))
                .findFirst()
                .orElseThrow();
    }

    /** The keys of all that lies in the store. */
    List<String> keys() {
        return store.list("").stream().map(ObjectStore.StoredObject::key).toList();
    }

    /** All that could be printed of a failure: messages and traces of it, its causes and what was suppressed. */
    static String everythingIn(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    List<String> notices() {
        return events.stream()
                .filter(ProgressEvent.Notice.class::isInstance)
                .map(event -> ((ProgressEvent.Notice) event).text())
                .toList();
    }
}
