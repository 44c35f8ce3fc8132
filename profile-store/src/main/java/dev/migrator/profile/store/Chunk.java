package dev.migrator.profile.store;

/**
 * Where a run of bytes lies in the store: one zstd frame inside a pack.
 *
 * @param sha256 of the plain bytes, 64 hexadecimal digits
 * @param pack the pack's id
 * @param offset of the frame inside the pack, in bytes
 * @param length of the frame, in bytes
 * @param plainLength of the plain bytes
 * @param rows how many whole rows it holds; 0 for a piece of a file or large object
 */
public record Chunk(String sha256, String pack, long offset, int length, int plainLength, long rows) {}
