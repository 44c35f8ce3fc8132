package dev.migrator.profile.store;

import java.util.regex.Pattern;

/**
 * Where a run of bytes lies in the store: one zstd frame inside a pack.
 *
 * @param sha256 of the plain bytes, 64 hexadecimal digits
 * @param pack the pack's id, 32 hexadecimal digits
 * @param offset of the frame inside the pack, in bytes
 * @param length of the frame, in bytes
 * @param plainLength of the plain bytes
 * @param rows how many whole rows it holds; 0 for a piece of a file or large object
 */
public record Chunk(String sha256, String pack, long offset, int length, int plainLength, long rows) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PACK = Pattern.compile("[0-9a-f]{32}");

    /** @throws IllegalArgumentException where it cannot be a place in a pack */
    public Chunk {
        if (!HASH.matcher(sha256).matches() || !PACK.matcher(pack).matches()) {
            throw new IllegalArgumentException("a chunk is known by its hash and the id of its pack");
        }
        if (offset < 0 || length < 1 || plainLength < 1 || rows < 0) {
            throw new IllegalArgumentException("a chunk is a run of bytes inside a pack");
        }
    }

    /** The same bytes seen as other content: what is equal as bytes may be rows here and a piece of a file there. */
    Chunk withRows(long otherRows) {
        return otherRows == rows ? this : new Chunk(sha256, pack, offset, length, plainLength, otherRows);
    }
}
