package dev.migrator.profile.store;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.migrator.profile.internal.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Takes one chunk out of a pack that lies in a file. */
final class FrameReader {

    private FrameReader() {}

    /** The chunk's plain bytes; null where the file does not hold them at that place. */
    static byte @Nullable [] read(Path pack, Chunk chunk) throws IOException {
        try (FileChannel file = FileChannel.open(pack, StandardOpenOption.READ)) {
            if (chunk.offset() + chunk.length() > file.size()) {
                return null;
            }
            file.position(chunk.offset());
            byte[] plain = decompressed(new LimitedStream(Channels.newInputStream(file), chunk.length()), chunk);
            return plain != null && Sha256.hex(plain, 0, plain.length).equals(chunk.sha256()) ? plain : null;
        }
    }

    private static byte @Nullable [] decompressed(InputStream frame, Chunk chunk) {
        try (InputStream zstd = new ZstdInputStreamNoFinalizer(frame, RecyclingBufferPool.INSTANCE)) {
            byte[] plain = new byte[chunk.plainLength()];
            boolean exact = zstd.readNBytes(plain, 0, plain.length) == plain.length && zstd.read() < 0;
            return exact ? plain : null;
        } catch (IOException e) {
            return null; // what zstd says of damaged bytes helps nobody
        }
    }
}
