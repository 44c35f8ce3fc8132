package dev.migrator.profile.media;

import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.store.ChunkSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The media folders of a snapshot. */
public final class SnapshotMedia implements MediaContent {

    private final List<MediaTree> trees;
    private final ChunkSource chunks;

    /**
     * @param trees of the manifest
     * @param chunks hashes all that it gives
     */
    public SnapshotMedia(List<MediaTree> trees, ChunkSource chunks) {
        this.trees = List.copyOf(trees);
        this.chunks = chunks;
    }

    @Override
    public void writeInto(String name, Path folder) throws IOException {
        MediaTree tree = trees.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MediaException(
                        "the snapshot has no media folder of this name",
                        name,
                        "Its media folders are: "
                                + String.join(
                                        ", ",
                                        trees.stream().map(MediaTree::name).toList()),
                        null));
        new MediaWriter(folder, chunks).write(tree);
        new MediaProof(folder).check(tree);
    }
}
