package dev.migrator.profile.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real store whose calls are written down, and whose connections break when a test wants it. */
public final class WatchedStore implements ObjectStore {

    private final ObjectStore store;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile boolean readOnly;

    public WatchedStore(ObjectStore store) {
        this.store = store;
    }

    /** What was called so far, in order: {@code get orders/store.json}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The calls that begin like this. */
    public List<String> calls(String beginning) {
        return calls.stream().filter(call -> call.startsWith(beginning)).toList();
    }

    /** Breaks the next connections after a few bytes. */
    void breakReads(int times) {
        breaks.set(times);
    }

    /** Refuses every write from now on. */
    void refuseWrites() {
        readOnly = true;
    }

    @Override
    public String location() {
        return store.location();
    }

    @Override
    public InputStream get(String key, @Nullable ByteRange range) {
        calls.add("get " + key);
        InputStream in = store.get(key, range);
        return breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? new BreakingStream(in) : in;
    }

    @Override
    public boolean put(String key, byte[] body, boolean ifAbsent) {
        requireWritable(key);
        return store.put(key, body, ifAbsent);
    }

    @Override
    public boolean put(String key, Path body, boolean ifAbsent) {
        requireWritable(key);
        return store.put(key, body, ifAbsent);
    }

    private void requireWritable(String key) {
        calls.add("put " + key);
        if (readOnly) {
            throw new StoreException.Denied("no right to write in the store", key, "Allow it", null);
        }
    }

    @Override
    public List<StoredObject> list(String prefix) {
        calls.add("list " + prefix);
        return store.list(prefix);
    }

    @Override
    public void delete(Collection<String> keys) {
        calls.add("delete " + String.join(" ", keys));
        if (readOnly) {
            throw new StoreException.Denied("no right to delete in the store", keys.toString(), "Allow it", null);
        }
        store.delete(keys);
    }

    @Override
    public void close() {
        store.close();
    }

    private static final class BreakingStream extends FilterInputStream {

        private int left = 10;

        BreakingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("connection reset");
            }
            int count = super.read(buffer, offset, Math.min(length, left));
            left -= count;
            return count;
        }
    }
}
