package dev.migrator.profile.store;

import dev.migrator.profile.disk.DiskException;
import dev.migrator.profile.internal.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Brings chunks into the store: what is known there is only counted; the rest is compressed, gathered in packs of 32 to 64 MiB and put.
 * Not safe for use by several threads: each has a writer of its own, and they share the {@link KnownChunks}.
 *
 * <p>Closed without {@link #finish()}, the pack that is not yet full is thrown away; packs that were put stay, and no manifest names them.
 */
public final class PackWriter implements AutoCloseable {

    /** A pack is put when it has come to this size. */
    private static final long FULL = 32L << 20;

    /** No pack is larger, unless one chunk alone is. */
    private static final long LARGEST = 64L << 20;

    private final ProfileSpace space;
    private final KnownChunks known;
    private final Path workFolder;
    private final FrameWriter frames = new FrameWriter();
    private @Nullable OpenPack pack;
    private PackCounts counts = PackCounts.NONE;

    /** @param workFolder a private folder for the pack in the making; made where it is missing */
    public PackWriter(ProfileSpace space, KnownChunks known, Path workFolder) {
        this.space = space;
        this.known = known;
        this.workFolder = workFolder;
    }

    /**
     * Stores bytes, or finds where they lie already.
     *
     * @param length at least 1; the bytes are free for other use when the call returns
     * @param rows how many whole rows they are; 0 for a piece of a file or large object
     * @return where they lie, once {@link #finish()} has returned
     * @throws StoreException where a full pack could not be put
     * @throws DiskException where the work folder has no room
     */
    public Chunk add(byte[] plain, int offset, int length, long rows) {
        if (length < 1) {
            throw new IllegalArgumentException("a chunk holds at least one byte");
        }
        String sha256 = Sha256.hex(plain, offset, length);
        Chunk stored = find(sha256);
        if (stored != null) {
            counts = counts.plus(new PackCounts(0, 1, 0, 0));
            return stored.withRows(rows);
        }
        try {
            return append(sha256, plain, offset, length, rows);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Puts the last pack. Until this has returned, no manifest may name a chunk of this writer. */
    public void finish() {
        if (pack != null) {
            put(pack);
        }
    }

    public PackCounts counts() {
        return counts;
    }

    @Override
    public void close() {
        frames.close();
        if (pack != null) {
            remove(pack);
        }
    }

    private @Nullable Chunk find(String sha256) {
        Chunk here = pack == null ? null : pack.find(sha256);
        return here == null ? known.find(sha256) : here;
    }

    private Chunk append(String sha256, byte[] plain, int offset, int length, long rows) throws IOException {
        if (pack != null && pack.size() + mostOf(length) > LARGEST) {
            put(pack);
        }
        OpenPack open = pack == null ? new OpenPack(workFolder) : pack;
        pack = open;
        Chunk chunk = open.append(frames, sha256, plain, offset, length, rows);
        counts = counts.plus(new PackCounts(1, 0, 0, 0));
        if (open.size() >= FULL) {
            put(open);
        }
        return chunk;
    }

    /** How long a frame of bytes that cannot be compressed may become. */
    private static long mostOf(int length) {
        return length + (length >> 8) + 1024L;
    }

    private void put(OpenPack full) {
        try {
            space.putPack(full.id(), full.complete());
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        known.add(full.chunks());
        counts = counts.plus(new PackCounts(0, 0, 1, full.size()));
        remove(full);
        pack = null;
    }

    private void remove(OpenPack done) {
        try {
            done.close();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private DiskException cannotWrite(IOException e) {
        return DiskException.writing(workFolder, "set migrator.cacheDirectory to a larger disk", e);
    }
}
