package dev.migrator.profile.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pack that is being filled, in a file of the work folder. Not safe for use by several threads. */
final class OpenPack implements AutoCloseable {

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final Path file;
    private final FileChannel channel;
    private final Map<String, Chunk> chunks = new LinkedHashMap<>();
    private long size;

    OpenPack(Path workFolder) throws IOException {
        Files.createDirectories(workFolder);
        AbandonedFiles.sweep(workFolder);
        this.file = workFolder.resolve("pack-" + id);
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    String id() {
        return id;
    }

    /** Of the frames so far, in bytes. */
    long size() {
        return size;
    }

    Collection<Chunk> chunks() {
        return chunks.values();
    }

    @Nullable
    Chunk find(String sha256) {
        return chunks.get(sha256);
    }

    Chunk append(FrameWriter frames, String sha256, byte[] plain, int offset, int length, long rows)
            throws IOException {
        long frame = frames.write(channel, plain, offset, length);
        Chunk chunk = new Chunk(sha256, id, size, Math.toIntExact(frame), length, rows);
        size += frame;
        chunks.put(sha256, chunk);
        return chunk;
    }

    /** The whole pack; nothing can be appended any more. */
    Path complete() throws IOException {
        channel.close();
        return file;
    }

    /** Removes the file. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
