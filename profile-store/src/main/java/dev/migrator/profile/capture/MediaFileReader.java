package dev.migrator.profile.capture;

import dev.migrator.profile.store.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a file in pieces of 4 MiB, again where it changes meanwhile. Not safe for use by several threads. */
final class MediaFileReader {

    private static final int PIECE = 4 << 20;

    private static final int ATTEMPTS = 3;

    private final ChunkSink sink;
    private final byte[] piece = new byte[PIECE];

    MediaFileReader(ChunkSink sink) {
        this.sink = sink;
    }

    /**
     * A file as it was.
     *
     * @param chunks its bytes in order
     */
    record Content(BasicFileAttributes attributes, List<Chunk> chunks) {}

    /** @throws CaptureException.MediaUnreadable where the file does not stand still */
    Content read(Path file) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            BasicFileAttributes before = attributes(file);
            List<Chunk> chunks = pieces(file, before.size());
            long size = chunks.stream().mapToLong(Chunk::plainLength).sum();
            if (unchanged(before, attributes(file)) && size == before.size()) {
                return new Content(before, chunks);
            }
        }
        throw new CaptureException.MediaUnreadable(
                "a media file changes while it is read",
                file.toString(),
                "Run again when it is not being written, or move it out of the folder",
                null);
    }

    /** Of the file itself, never of what a link points to; with permissions where the file system has them. */
    static BasicFileAttributes attributes(Path path) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return posix == null
                ? Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : posix.readAttributes();
    }

    /** To the file's end, but not for ever where it grows as fast as it is read. */
    private List<Chunk> pieces(Path file, long expected) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            int length;
            for (long read = 0; read <= expected; read += length) {
                length = in.readNBytes(piece, 0, PIECE);
                if (length == 0) {
                    break;
                }
                chunks.add(sink.add(piece, 0, length, 0));
            }
        }
        return List.copyOf(chunks);
    }

    private static boolean unchanged(BasicFileAttributes before, BasicFileAttributes after) {
        return before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
    }
}
