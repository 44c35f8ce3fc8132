package dev.migrator.profile.store;

/** Gives chunks back as the bytes that went in. Safe for use by several threads. */
public interface ChunkSource {

    /**
     * Reads one chunk, checked against its hash.
     *
     * @return the plain bytes, an array of the caller's own
     * @throws StoreException.Missing where its pack is gone
     * @throws StoreException.Corrupt where the bytes in the store are not those that the hash stands for
     */
    byte[] read(Chunk chunk);
}
