package dev.migrator.profile.media;

import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.ChunkSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chunks that lie in memory, for tests of what reads them. */
public final class MemoryChunks implements ChunkSource {

    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();

    public Chunk add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    public Chunk add(byte[] plain, long rows) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain));
            bytes.put(hash, plain.clone());
            return new Chunk(hash, "0".repeat(32), 0, plain.length, plain.length, rows);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean holds(Chunk chunk) {
        return bytes.containsKey(chunk.sha256());
    }

    @Override
    public byte[] read(Chunk chunk) {
        return bytes.get(chunk.sha256()).clone();
    }
}
