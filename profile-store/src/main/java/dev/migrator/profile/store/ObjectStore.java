package dev.migrator.profile.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flat space of immutable objects under keys like {@code customer1/packs/3f…}: all that the store's format needs of a place to keep
 * bytes. Each call is one effect on the world, so a test can wrap it.
 *
 * <p>Implementations are safe for use by several threads. Every call ends within the implementation's time limits. What fails is a
 * {@link StoreException} that names the key or bucket and what to do.
 */
public interface ObjectStore extends AutoCloseable {

    /** What messages call this store: {@code s3://bucket/prefix}, {@code file:/srv/store}. Never holds a secret. */
    String location();

    /**
     * Reads an object or a part of it.
     *
     * @param range null for the whole object
     * @throws StoreException.Missing where there is no such key
     */
    InputStream get(String key, @Nullable ByteRange range);

    /**
     * Writes a small object.
     *
     * @param ifAbsent write only where the key is free
     * @return whether it was written; false only with {@code ifAbsent}
     */
    boolean put(String key, byte[] body, boolean ifAbsent);

    /** Writes a whole file as one object; see {@link #put(String, byte[], boolean)}. */
    boolean put(String key, Path body, boolean ifAbsent);

    /** All objects whose key begins with the prefix, ordered by key; empty where there is none. */
    List<StoredObject> list(String prefix);

    /** Deletes what is there of these keys; keys without an object are no error. */
    void delete(Collection<String> keys);

    @Override
    void close();

    /** Bytes {@code offset} to {@code offset + length - 1}. */
    record ByteRange(long offset, long length) {}

    /** What a listing tells of an object: size in bytes, time of the last write. */
    record StoredObject(String key, long size, Instant modified) {}
}
