package dev.migrator.profile.store;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The chunks that the profile's store is known to hold, by the hash of their plain bytes, so that they are not stored again. Grows as
 * packs are put. Safe for use by several threads.
 */
public final class KnownChunks {

    private final Map<String, Chunk> byHash = new ConcurrentHashMap<>();

    /** Nothing is known, as for a profile's first snapshot. */
    public static KnownChunks none() {
        return new KnownChunks();
    }

    public static KnownChunks of(Collection<Chunk> stored) {
        KnownChunks known = new KnownChunks();
        known.add(stored);
        return known;
    }

    /** Where these bytes lie already; null where they are not known to lie anywhere. */
    @Nullable
    Chunk find(String sha256) {
        return byHash.get(sha256);
    }

    /** Notes chunks whose pack is in the store. The first place noted for a hash stays. */
    void add(Collection<Chunk> stored) {
        stored.forEach(chunk -> byHash.putIfAbsent(chunk.sha256(), chunk));
    }

    /** How many different chunks are known. */
    public int size() {
        return byHash.size();
    }
}
