package dev.migrator.profile.store;

import dev.migrator.profile.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists the files of a {@link DirectoryStore} as objects; what vanishes while it looks is left out. */
final class FolderListing extends SimpleFileVisitor<Path> {

    private final Path root;
    private final String prefix;
    private final List<StoredObject> found = new ArrayList<>();

    private FolderListing(Path root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    /** The objects whose key begins with the prefix, ordered by key. */
    static List<StoredObject> of(Path root, String prefix) throws IOException {
        FolderListing listing = new FolderListing(root, prefix);
        Path start = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (Files.isDirectory(start)) {
            Files.walkFileTree(start, listing);
        }
        listing.found.sort(Comparator.comparing(StoredObject::key));
        return List.copyOf(listing.found);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return NewFiles.isWorkKey(key(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String key = key(file);
        if (key.startsWith(prefix) && attributes.isRegularFile()) {
            found.add(new StoredObject(
                    key, attributes.size(), attributes.lastModifiedTime().toInstant()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private String key(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
