package dev.migrator.core;

import dev.migrator.profile.store.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store that is read as it is and takes in nothing, so that a dry run does and counts all the rest. */
record DryRunStore(ObjectStore store) implements ObjectStore {

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
        return true;
    }

    @Override
    public boolean put(String key, Path body, boolean ifAbsent) {
        return true;
    }

    @Override
    public List<StoredObject> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void delete(Collection<String> keys) {}

    @Override
    public void close() {
        store.close();
    }
}
