package dev.migrator.profile.capture;

import dev.migrator.profile.store.Chunk;

/** Where captured bytes go: hashed, compressed unless the store has them, and put into a pack. */
@FunctionalInterface
interface ChunkSink {

    /**
     * Takes a run of bytes; the buffer may be used again when this returns.
     *
     * @param rows how many whole rows it is; 0 for a piece of a file or large object
     * @return where it lies in the store
     */
    Chunk add(byte[] plain, int offset, int length, long rows);
}
