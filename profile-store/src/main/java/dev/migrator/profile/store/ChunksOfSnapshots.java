package dev.migrator.profile.store;

import java.util.List;
import java.util.Set;

/** Finds out what a profile's space holds already, from its newest manifests and one listing of its packs. */
final class ChunksOfSnapshots {

    /** The newest snapshot has nearly everything that the next one will; the ones before it help where it was of something else. */
    private static final int SNAPSHOTS = 3;

    private static final System.Logger LOG = System.getLogger(ChunksOfSnapshots.class.getName());

    private final ProfileSpace space;

    ChunksOfSnapshots(ProfileSpace space) {
        this.space = space;
    }

    KnownChunks find() {
        KnownChunks known = KnownChunks.none();
        List<SnapshotSummary> newest =
                space.snapshots().stream().limit(SNAPSHOTS).toList();
        if (newest.isEmpty()) {
            return known;
        }
        Set<String> packs = space.packs();
        for (SnapshotSummary snapshot : newest) {
            known.add(chunks(snapshot).stream()
                    .filter(chunk -> packs.contains(chunk.pack()))
                    .toList());
        }
        return known;
    }

    /** A manifest that cannot be used saves nothing, but it does not hinder an upload either. */
    private List<Chunk> chunks(SnapshotSummary snapshot) {
        try {
            return space.manifest(snapshot.id()).chunks().toList();
        } catch (StoreException.Corrupt | StoreException.TooNew | StoreException.Missing e) {
            LOG.log(System.Logger.Level.WARNING, "No chunk is taken from this snapshot: {0}", e.getMessage());
            return List.of();
        }
    }
}
