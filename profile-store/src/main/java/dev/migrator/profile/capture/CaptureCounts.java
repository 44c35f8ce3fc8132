package dev.migrator.profile.capture;

import dev.migrator.profile.manifest.Manifest;
import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.PackCounts;

/**
 * What a capture came to.
 *
 * @param tables that were read
 * @param rows of all of them
 * @param plainBytes of everything, before it was compressed
 * @param mediaFiles in all folders
 * @param mediaBytes of these files
 * @param newChunks that were stored
 * @param knownChunks that the store had already
 * @param newPacks put to the store
 * @param packBytes of these packs
 */
public record CaptureCounts(
        int tables,
        long rows,
        long plainBytes,
        long mediaFiles,
        long mediaBytes,
        long newChunks,
        long knownChunks,
        long newPacks,
        long packBytes) {

    static CaptureCounts of(Manifest manifest, PackCounts packs) {
        return new CaptureCounts(
                manifest.tables().size(),
                manifest.tables().stream().mapToLong(TableContent::rows).sum(),
                manifest.chunks().mapToLong(Chunk::plainLength).sum(),
                manifest.media().stream()
                        .flatMap(tree -> tree.entries().stream())
                        .filter(entry -> entry.kind() == MediaTree.Kind.FILE)
                        .count(),
                manifest.media().stream()
                        .flatMap(tree -> tree.entries().stream())
                        .mapToLong(MediaTree.Entry::size)
                        .sum(),
                packs.newChunks(),
                packs.knownChunks(),
                packs.packs(),
                packs.packBytes());
    }
}
