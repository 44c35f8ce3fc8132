package dev.migrator.profile.store;

/**
 * What a {@link PackWriter} has done.
 *
 * @param newChunks that were stored
 * @param knownChunks that the store had already
 * @param packs put to the store
 * @param packBytes of these packs
 */
public record PackCounts(long newChunks, long knownChunks, long packs, long packBytes) {

    public static final PackCounts NONE = new PackCounts(0, 0, 0, 0);

    public PackCounts plus(PackCounts other) {
        return new PackCounts(
                newChunks + other.newChunks,
                knownChunks + other.knownChunks,
                packs + other.packs,
                packBytes + other.packBytes);
    }
}
