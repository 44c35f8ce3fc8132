package dev.migrator.profile.capture;

import dev.migrator.profile.manifest.LargeObject;
import dev.migrator.profile.store.Chunk;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * The reading of a batch of large objects, in pieces of at most 4 MiB: the first piece of all of them by one statement, since most large
 * objects are small, and then what is left of the longer ones.
 */
final class LargeObjectCapture implements CaptureTask {

    static final int PIECE = 4 << 20;

    private static final int AT_ONCE = 1_000;

    private final List<LargeObjectListing> batch;
    private final List<LargeObject> read = new ArrayList<>();

    private LargeObjectCapture(List<LargeObjectListing> batch) {
        this.batch = batch;
    }

    /** One task for each batch, in order. */
    static List<LargeObjectCapture> of(List<LargeObjectListing> all) {
        List<LargeObjectCapture> tasks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            tasks.add(new LargeObjectCapture(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return tasks;
    }

    /** What the manifest says of them, once the task is done. */
    List<LargeObject> content() {
        return read;
    }

    @Override
    public String subject() {
        return batch.size() == 1
                ? "large object " + batch.get(0).oid()
                : "large objects " + batch.get(0).oid() + " to "
                        + batch.get(batch.size() - 1).oid();
    }

    @Override
    public void run(SnapshotReader reader) throws SQLException {
        reader.inSnapshot(connection -> read(connection, reader.pieces()));
    }

    private void read(Connection connection, ChunkSink sink) throws SQLException {
        String oids =
                batch.stream().map(listing -> Long.toString(listing.oid())).collect(Collectors.joining(","));
        byte[] piece = new byte[PIECE];
        List<List<Chunk>> chunks = new ArrayList<>();
        pieces(
                connection,
                "SELECT lo_get(o, 0, " + PIECE + ") FROM unnest('{" + oids + "}'::oid[]) o",
                piece,
                length -> chunks.add(new ArrayList<>(stored(sink, piece, length))));
        for (int i = 0; i < batch.size(); i++) {
            rest(connection, batch.get(i).oid(), piece, chunks.get(i), sink);
            read.add(content(batch.get(i), chunks.get(i)));
        }
    }

    /** Reads on until a piece is not full. */
    private static void rest(Connection connection, long oid, byte[] piece, List<Chunk> chunks, ChunkSink sink)
            throws SQLException {
        for (long offset = PIECE; !chunks.isEmpty() && last(chunks).plainLength() == PIECE; offset += PIECE) {
            List<Chunk> next = new ArrayList<>();
            pieces(
                    connection,
                    "SELECT lo_get(" + oid + ", " + offset + ", " + PIECE + ")",
                    piece,
                    length -> next.addAll(stored(sink, piece, length)));
            if (next.isEmpty()) {
                return;
            }
            chunks.addAll(next);
        }
    }

    private static List<Chunk> stored(ChunkSink sink, byte[] piece, int length) {
        return length == 0 ? List.of() : List.of(sink.add(piece, 0, length, 0));
    }

    private static Chunk last(List<Chunk> chunks) {
        return chunks.get(chunks.size() - 1);
    }

    private static LargeObject content(LargeObjectListing listing, List<Chunk> chunks) {
        long size = chunks.stream().mapToLong(Chunk::plainLength).sum();
        return new LargeObject(
                listing.oid(),
                listing.owner(),
                listing.privileges(),
                listing.comment(),
                listing.labels(),
                size,
                List.copyOf(chunks));
    }

    /** Takes the length of one piece whose bytes are in the buffer. */
    @FunctionalInterface
    private interface Pieces {
        void take(int length);
    }

    /**
     * Streams the one bytea of each row of a query through the buffer, by the binary form of COPY.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4">PostgreSQL: COPY, Binary Format</a>
     */
    private static void pieces(Connection connection, String query, byte[] buffer, Pieces pieces) throws SQLException {
        try (DataInputStream in = new DataInputStream(new PGCopyInputStream(
                connection.unwrap(PGConnection.class), "COPY (" + query + ") TO STDOUT (FORMAT binary)"))) {
            in.skipNBytes(15);
            in.skipNBytes(in.readInt());
            while (in.readShort() != -1) {
                int length = in.readInt();
                in.readFully(buffer, 0, length);
                pieces.take(length);
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException refusal) {
                throw refusal;
            }
            throw new UncheckedIOException(e);
        }
    }
}
