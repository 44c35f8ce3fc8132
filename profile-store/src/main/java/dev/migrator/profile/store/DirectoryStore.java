package dev.migrator.profile.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store in a folder: each object is a file at its key's path. A file appears whole or not at all, and it is forced to the device before it
 * appears. The folder is made by the first put. Safe for use by several threads and processes.
 */
final class DirectoryStore implements ObjectStore {

    private final Path root;
    private final NewFiles newFiles;

    DirectoryStore(Path folder) {
        this.root = folder.toAbsolutePath().normalize();
        this.newFiles = new NewFiles(root);
    }

    @Override
    public String location() {
        return "file:" + root;
    }

    @Override
    public InputStream get(String key, @Nullable ByteRange range) {
        Path file = file(key);
        try {
            requireFolder();
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            if (Files.isDirectory(file)) {
                channel.close();
                throw new NoSuchFileException(file.toString());
            }
            InputStream whole = Channels.newInputStream(channel);
            return range == null
                    ? whole
                    : new LimitedStream(Channels.newInputStream(channel.position(range.offset())), range.length());
        } catch (NoSuchFileException e) {
            if (!Files.exists(root)) {
                throw new StoreException.NothingThere(location(), e);
            }
            throw new StoreException.Missing(
                    "the store has no such object",
                    location() + "/" + key,
                    "Bring the file back from a backup of the folder, or use another snapshot",
                    e);
        } catch (IOException e) {
            throw failure("read", key, e);
        }
    }

    @Override
    public boolean put(String key, byte[] body, boolean ifAbsent) {
        return put(key, new ByteArrayInputStream(body), ifAbsent);
    }

    @Override
    public boolean put(String key, Path body, boolean ifAbsent) {
        try (InputStream in = Files.newInputStream(body)) {
            return put(key, in, ifAbsent);
        } catch (IOException e) {
            throw failure("write", key, e);
        }
    }

    private boolean put(String key, InputStream body, boolean ifAbsent) {
        Path file = file(key);
        try {
            requireFolder();
            return newFiles.write(file, body, ifAbsent);
        } catch (IOException e) {
            throw failure("write", key, e);
        }
    }

    @Override
    public List<StoredObject> list(String prefix) {
        StoreKeys.requirePrefix(prefix);
        try {
            requireFolder();
            return FolderListing.of(root, prefix);
        } catch (IOException e) {
            throw failure("list", prefix, e);
        }
    }

    @Override
    public void delete(Collection<String> keys) {
        for (String key : keys) {
            Path file = file(key);
            try {
                requireFolder();
                if (!Files.isDirectory(file)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw failure("delete", key, e);
            }
        }
    }

    @Override
    public void close() {}

    private Path file(String key) {
        StoreKeys.require(key);
        if (NewFiles.isWorkKey(key)) {
            throw new IllegalArgumentException("this folder of the store holds unfinished files: " + key);
        }
        return root.resolve(key);
    }

    private void requireFolder() throws NotDirectoryException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
    }

    private RuntimeException failure(String doing, String key, IOException e) {
        return DirectoryFailure.of(root, doing, key, e);
    }
}
