package dev.migrator.profile.capture;

import dev.migrator.profile.manifest.RowsDigest;
import dev.migrator.profile.store.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of rows into chunks of whole rows, 1 to 8 MiB each and 4 MiB in the mean, at places that the rows themselves choose, so
 * that rows which are unchanged since the last snapshot fall into the same chunks again, whatever changed before them.
 *
 * <p>A chunk of 1 MiB or more ends behind a row whose hash is below a bound that grows with the row's length: so each byte is as likely as
 * any other to end a chunk, for short rows and for long ones. A chunk ends early where the next row would make it exceed 8 MiB; a row
 * longer than that is a chunk of its own.
 *
 * <p>Not safe for use by several threads; keeps its buffer from one stream to the next.
 */
final class RowCutter {

    static final int MIN = 1 << 20;
    static final int MAX = 8 << 20;

    /** Bytes beyond {@link #MIN} after which a chunk ends, in the mean; with the cut at {@link #MAX} that makes 4 MiB in all. */
    private static final int MEAN_BEYOND_MIN = 7 << 19;

    /** 2^64 / {@link #MEAN_BEYOND_MIN}: how much the bound for a row's hash grows with each of its bytes. */
    private static final long BOUND_PER_BYTE = Long.divideUnsigned(-1L, MEAN_BEYOND_MIN);

    private final ChunkSink sink;

    private byte[] buffer = new byte[2 * MIN];
    private int length;
    private long rows;
    private long bytes;
    private List<Chunk> chunks = new ArrayList<>();
    private RowsDigest digest = new RowsDigest();

    RowCutter(ChunkSink sink) {
        this.sink = sink;
    }

    /** Takes one row as COPY text, its line end included; the array is read before this returns and not kept. */
    void add(byte[] row) {
        long hash = digest.add(row, 0, row.length - 1);
        bytes += row.length;
        if (length + row.length > MAX) {
            cut();
        }
        if (row.length > MAX) {
            chunks.add(sink.add(row, 0, row.length, 1));
            return;
        }
        append(row);
        if (length >= MIN && endsChunk(hash, row.length)) {
            cut();
        }
    }

    /** Ends the stream, gives what became of it, and is ready for the next one. */
    CapturedRows finish() {
        cut();
        CapturedRows captured = new CapturedRows(List.copyOf(chunks), digest, bytes);
        chunks = new ArrayList<>();
        digest = new RowsDigest();
        bytes = 0;
        return captured;
    }

    private static boolean endsChunk(long hash, int rowLength) {
        return rowLength >= MEAN_BEYOND_MIN || Long.compareUnsigned(hash, rowLength * BOUND_PER_BYTE) < 0;
    }

    private void append(byte[] row) {
        if (length + row.length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(MAX, Math.max(2 * buffer.length, length + row.length)));
        }
        System.arraycopy(row, 0, buffer, length, row.length);
        length += row.length;
        rows++;
    }

    private void cut() {
        if (length == 0) {
            return;
        }
        chunks.add(sink.add(buffer, 0, length, rows));
        length = 0;
        rows = 0;
    }
}
