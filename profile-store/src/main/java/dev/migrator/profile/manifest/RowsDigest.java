package dev.migrator.profile.manifest;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * A digest of a set of rows that does not depend on their order: the sum, modulo 2^64 in each half, of the 128-bit Murmur3 hash of each
 * row's COPY text without its line end. It finds rows that a load lost, doubled or changed; who could tamper with bytes is stopped by the
 * SHA-256 of the chunks.
 *
 * <p>Not safe for use by several threads; digests of parts are joined by {@link #add(RowsDigest)}.
 */
public final class RowsDigest {

    private long high;
    private long low;
    private long rows;

    /** The digest that {@link #hex()} and {@link #rows()} have told of. */
    public static RowsDigest of(String hex, long rows) {
        RowsDigest digest = new RowsDigest();
        digest.high = Long.parseUnsignedLong(hex.substring(0, 16), 16);
        digest.low = Long.parseUnsignedLong(hex.substring(16), 16);
        digest.rows = rows;
        return digest;
    }

    /**
     * Counts one row in.
     *
     * @return the first half of the row's hash, by which a cutter may decide
     */
    public long add(byte[] buffer, int offset, int length) {
        long[] hash = MurmurHash3.hash128x64(buffer, offset, length, 0);
        high += hash[0];
        low += hash[1];
        rows++;
        return hash[0];
    }

    public void add(RowsDigest part) {
        high += part.high;
        low += part.low;
        rows += part.rows;
    }

    public long rows() {
        return rows;
    }

    /** 32 hexadecimal digits. */
    public String hex() {
        return String.format("%016x%016x", high, low);
    }
}
