package dev.migrator.profile.capture;

import dev.migrator.profile.store.ObjectStore;
import dev.migrator.profile.store.StoreException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store that takes no pack; all else goes on to another one. */
final class StoreWithoutRoom implements ObjectStore {

    private final ObjectStore store;

    StoreWithoutRoom(ObjectStore store) {
        this.store = store;
    }

    @Override
    public boolean put(String key, Path body, boolean ifAbsent) {
        throw new StoreException.Unreachable("the store has no room for packs", key, "Make room", null);
    }

    @Override
    public String location() {
        return store.location();
    }

    @Override
    public InputStream get(String key, @Nullable ByteRange range) {
        return store.get(key, range);
    }

    @Override
    public boolean put(String key, byte[] body, boolean ifAbsent) {
        return store.put(key, body, ifAbsent);
    }

    @Override
    public List<StoredObject> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void delete(Collection<String> keys) {
        store.delete(keys);
    }

    @Override
    public void close() {
        store.close();
    }
}
