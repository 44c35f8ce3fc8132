package dev.migrator.profile.store;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Compresses byte arrays to independent zstd frames, each with its content's size in its header, in a fixed amount of memory outside of
 * the heap. Not safe for use by several threads.
 */
final class FrameWriter implements AutoCloseable {

    /** The level at which the client's CPU does not become the bottleneck of a capture. */
    private static final int LEVEL = 1;

    private static final int BUFFER = 256 * 1024;

    private final ZstdCompressCtx zstd = new ZstdCompressCtx();
    private final ByteBuffer source = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer target = ByteBuffer.allocateDirect(BUFFER);

    /** Appends one frame; returns its length in bytes. */
    long write(WritableByteChannel out, byte[] plain, int offset, int length) throws IOException {
        zstd.reset();
        zstd.setLevel(LEVEL);
        zstd.setPledgedSrcSize(length);
        long written = 0;
        int end = offset + length;
        for (int position = offset; position < end; position += BUFFER) {
            int piece = Math.min(end - position, BUFFER);
            source.clear();
            source.put(plain, position, piece).flip();
            written += drain(out, position + piece == end ? EndDirective.END : EndDirective.CONTINUE);
        }
        return written;
    }

    /** Compresses the source to its end; for the last piece, until all of the frame is out. */
    private long drain(WritableByteChannel out, EndDirective directive) throws IOException {
        long written = 0;
        boolean flushed;
        do {
            flushed = zstd.compressDirectByteBufferStream(target, source, directive);
            target.flip();
            written += target.remaining();
            while (target.hasRemaining()) {
                out.write(target);
            }
            target.clear();
        } while (source.hasRemaining() || (directive == EndDirective.END && !flushed));
        return written;
    }

    @Override
    public void close() {
        zstd.close();
    }
}
