package dev.migrator.profile.media;

import dev.migrator.profile.internal.Sha256;
import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.MediaTree.Entry;
import dev.migrator.profile.store.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads a media folder back from the disk and compares it with what it should hold. */
final class MediaProof {

    private final Path root;

    MediaProof(Path root) {
        this.root = root;
    }

    /** @throws MediaException naming the first path that differs */
    void check(MediaTree tree) throws IOException {
        for (Entry entry : tree.entries()) {
            Path path = root.resolve(entry.path());
            switch (entry.kind()) {
                case FOLDER -> require(Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS), entry, "no folder");
                case FILE -> checkFile(entry, path);
                case LINK ->
                    require(
                            Files.isSymbolicLink(path)
                                    && Files.readSymbolicLink(path).toString().equals(entry.linkTarget()),
                            entry,
                            "another link");
            }
        }
        try (Stream<Path> walk = Files.walk(root)) {
            long found = walk.count() - 1;
            if (found != tree.entries().size()) {
                throw MediaException.differs(
                        root.toString(),
                        found + " entries instead of " + tree.entries().size());
            }
        }
    }

    private static void checkFile(Entry entry, Path path) throws IOException {
        require(Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS), entry, "no file");
        require(Files.size(path) == entry.size(), entry, Files.size(path) + " bytes instead of " + entry.size());
        try (InputStream in = Files.newInputStream(path)) {
            for (Chunk chunk : entry.chunks()) {
                byte[] piece = in.readNBytes(chunk.plainLength());
                String hash = Sha256.hex(piece, 0, piece.length);
                require(hash.equals(chunk.sha256()), entry, "other bytes");
            }
        }
    }

    private static void require(boolean holds, Entry entry, String otherwise) {
        if (!holds) {
            throw MediaException.differs(entry.path(), otherwise);
        }
    }
}
