package dev.migrator.it.crash;

import dev.migrator.profile.store.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store each call of which passes the crash point. */
record CrashingStore(ObjectStore store, CrashPoint point) implements ObjectStore {

    @Override
    public String location() {
        return store.location();
    }

    @Override
    public InputStream get(String key, @Nullable ByteRange range) {
        point.before("store", "get " + key);
        return store.get(key, range);
    }

    @Override
    public boolean put(String key, byte[] body, boolean ifAbsent) {
        point.before("store", "put " + key);
        return store.put(key, body, ifAbsent);
    }

    @Override
    public boolean put(String key, Path body, boolean ifAbsent) {
        point.before("store", "put " + key);
        return store.put(key, body, ifAbsent);
    }

    @Override
    public List<StoredObject> list(String prefix) {
        point.before("store", "list " + prefix);
        return store.list(prefix);
    }

    @Override
    public void delete(Collection<String> keys) {
        point.before("store", "delete " + keys);
        store.delete(keys);
    }

    @Override
    public void close() {
        store.close();
    }
}
