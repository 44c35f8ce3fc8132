package dev.migrator.profile.store;

import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.disk.DiskException;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.internal.Sha256;
import dev.migrator.profile.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The packs and manifests of one profile of one store, kept in a folder of this machine, so that a restore reads each only once over the
 * network. Nothing that comes out has not been hashed; a pack that turns out to be damaged is fetched once more.
 *
 * <p>Safe for use by several threads, and by several processes that share the folder.
 */
public final class PackCache implements ChunkSource {

    private final ProfileSpace space;
    private final Path folder;
    private final Disk disk;
    private final PackDownload download;

    /**
     * @param cacheFolder shared by all stores and profiles
     * @param disk where every file appears or vanishes
     */
    public PackCache(Path cacheFolder, ProfileSpace space, Disk disk) {
        this.space = space;
        this.disk = disk;
        this.folder = cacheFolder.resolve(
                space.profile() + "-" + Sha256.hex(space.location()).substring(0, 16));
        this.download = new PackDownload(space, folder.resolve("packs"), disk);
    }

    /** The folder of this profile of this store. */
    public Path folder() {
        return folder;
    }

    /**
     * Reads a manifest, from the folder where it is there; see {@link ProfileSpace#manifest}.
     *
     * @throws DiskException where the folder has no room
     */
    public Manifest manifest(SnapshotId id) {
        Path file = folder.resolve("snapshots").resolve(id + ".json.zst");
        Manifest cached = cachedManifest(id, file);
        if (cached != null) {
            return cached;
        }
        byte[] stored = space.manifestFile(id);
        Manifest manifest = space.decoded(id, stored, space.locationOf(id));
        try {
            disk.replace(file, stored);
        } catch (IOException e) {
            throw download.cannotWrite(e);
        }
        return manifest;
    }

    private @Nullable Manifest cachedManifest(SnapshotId id, Path file) {
        try {
            return space.decoded(id, Files.readAllBytes(file), file.toString());
        } catch (IOException | StoreException.Corrupt e) {
            return null; // absent, or of no use: the store's is read and takes its place
        }
    }

    /** Whether the manifest's packs are all here, so that reading its chunks needs no store. */
    public boolean holds(Manifest manifest) {
        return lengths(manifest).entrySet().stream()
                .allMatch(pack -> download.sizeOf(pack.getKey()) >= pack.getValue());
    }

    /**
     * Brings every pack of a snapshot here.
     *
     * @throws StoreException where the store does not give one
     * @throws DiskException where the folder has no room
     */
    public void fetch(Manifest manifest, ProgressListener listener) {
        new PackFetch(space, download, listener).fetch(lengths(manifest));
    }

    @Override
    public byte[] read(Chunk chunk) {
        long end = chunk.offset() + chunk.length();
        byte[] plain = cached(download.require(chunk.pack(), end), chunk);
        if (plain == null) {
            plain = cached(download.again(chunk.pack(), end), chunk);
        }
        if (plain == null) {
            throw new StoreException.Corrupt(
                    "a pack of the snapshot is damaged or was altered",
                    space.locationOfPack(chunk.pack()) + " at " + chunk.offset() + ", " + chunk.length() + " bytes",
                    "Bring it back from a backup of the store, or point the ref at another snapshot with migrator:use",
                    null);
        }
        return plain;
    }

    private byte @Nullable [] cached(Path pack, Chunk chunk) {
        try {
            return FrameReader.read(pack, chunk);
        } catch (NoSuchFileException e) {
            return null; // another process dropped it just now
        } catch (IOException e) {
            throw download.cannotWrite(e);
        }
    }

    /** For each pack, how many of its bytes the manifest speaks of. */
    private static Map<String, Long> lengths(Manifest manifest) {
        Map<String, Long> lengths = new HashMap<>();
        manifest.chunks().forEach(chunk -> lengths.merge(chunk.pack(), chunk.offset() + chunk.length(), Math::max));
        return lengths;
    }
}
