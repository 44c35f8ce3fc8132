package dev.migrator.profile.load;

import dev.migrator.postgres.Database;
import dev.migrator.profile.ProfileName;
import dev.migrator.profile.capture.CaptureRequest;
import dev.migrator.profile.capture.CaptureSnapshot;
import dev.migrator.profile.capture.Masking;
import dev.migrator.profile.capture.MediaFolder;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.store.ChunkSource;
import dev.migrator.profile.store.PackCache;
import dev.migrator.profile.store.ProfileSpace;
import dev.migrator.profile.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A snapshot in a store of its own, that ends with this JVM. */
record Taken(Manifest manifest, ChunkSource chunks) {

    private static final Path ROOM = room();

    static Taken of(Database source, MediaFolder... media) {
        return of(new CaptureRequest(source, Masking.none(), List.of(media), null, connection -> null, 2));
    }

    static Taken of(CaptureRequest request) {
        try {
            Path folder = Files.createTempDirectory(ROOM, "store");
            ProfileSpace space = new ProfileSpace(
                    Stores.open(folder.resolve("store").toUri().toString(), Map.of()), new ProfileName("customer1"));
            Manifest manifest = new CaptureSnapshot(space, folder.resolve("work"), ProgressListener.NONE)
                    .capture(request)
                    .manifest();
            return new Taken(manifest, new PackCache(folder.resolve("cache"), space, Disk.local()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same snapshot with other contents of tables. */
    Manifest with(List<TableContent> tables) {
        return new Manifest(
                manifest.format(),
                manifest.requires(),
                manifest.writer(),
                manifest.profile(),
                manifest.takenAt(),
                manifest.migrationVersion(),
                manifest.masking(),
                manifest.parent(),
                manifest.catalog(),
                manifest.extensions(),
                tables,
                manifest.sequences(),
                manifest.largeObjects(),
                manifest.media());
    }

    private static Path room() {
        try {
            Path room = Files.createTempDirectory("migrator-restore");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    Disk.local().delete(room);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return room;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
