package dev.migrator.core;

import dev.migrator.profile.Ref;
import dev.migrator.profile.RefFile;
import dev.migrator.profile.SnapshotId;
import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.PackCache;
import java.util.stream.Collectors;

/** The snapshot that a profile's ref pins, with its manifest. */
record PinnedSnapshot(SnapshotId id, Manifest manifest) {

    /**
     * Follows the ref.
     *
     * @throws dev.migrator.profile.RefException where there is no ref, or somebody edited it
     * @throws dev.migrator.profile.store.StoreException where its manifest is not to be had
     */
    static PinnedSnapshot of(ProfileFolder folder, PackCache cache) {
        Ref ref = RefFile.read(folder.refFile());
        Manifest manifest = cache.manifest(ref.snapshot());
        ref.requireTrueTo(manifest);
        return new PinnedSnapshot(ref.snapshot(), manifest);
    }

    /** Of all its chunks as they lie in the store; what it shares with itself counts once. */
    long storedBytes() {
        return manifest
                .chunks()
                .collect(Collectors.toMap(c -> c.pack() + ":" + c.offset(), Chunk::length, (one, same) -> one))
                .values()
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }
}
