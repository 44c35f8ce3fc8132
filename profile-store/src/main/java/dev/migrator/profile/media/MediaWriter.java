package dev.migrator.profile.media;

import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.MediaTree.Entry;
import dev.migrator.profile.store.Chunk;
import dev.migrator.profile.store.ChunkSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the files of one media folder into an empty one. A path must lie in a folder that was written just before, so that neither
 * {@code ..} nor a link leads out of the tree.
 */
final class MediaWriter {

    private final Path root;
    private final ChunkSource chunks;
    private final Set<String> folders = new HashSet<>();

    MediaWriter(Path root, ChunkSource chunks) {
        this.root = root;
        this.chunks = chunks;
    }

    void write(MediaTree tree) throws IOException {
        for (Entry entry : tree.entries()) {
            Path path = place(entry.path());
            switch (entry.kind()) {
                case FOLDER -> {
                    Files.createDirectory(path);
                    folders.add(entry.path());
                }
                case FILE -> writeFile(entry, path);
                case LINK -> Files.createSymbolicLink(path, root.getFileSystem().getPath(linkTarget(entry)));
            }
        }
        // What lies in a folder changes the folder's time, and a folder may forbid to write into it: so folders last,
        // inner ones first.
        List<Entry> entries = tree.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            setAttributes(entries.get(i));
        }
    }

    private Path place(String path) {
        int end = path.lastIndexOf('/');
        String name = path.substring(end + 1);
        boolean known = end < 0 || folders.contains(path.substring(0, end));
        if (!known || name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
            throw MediaException.unsafe(path);
        }
        Path parent = end < 0 ? root : root.resolve(path.substring(0, end));
        try {
            Path place = parent.resolve(name);
            if (!parent.equals(place.getParent())) {
                throw MediaException.unsafe(path);
            }
            return place;
        } catch (InvalidPathException e) {
            throw MediaException.unspelled(path, e);
        }
    }

    private void writeFile(Entry entry, Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Chunk chunk : entry.chunks()) {
                out.write(chunks.read(chunk));
            }
        }
    }

    private static String linkTarget(Entry entry) {
        if (entry.linkTarget() == null) {
            throw MediaException.unsafe(entry.path());
        }
        return entry.linkTarget();
    }

    private void setAttributes(Entry entry) throws IOException {
        Path path = root.resolve(entry.path());
        FileTime modified = FileTime.from(entry.modified());
        if (entry.kind() == MediaTree.Kind.LINK) {
            Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(modified, null, null);
            return;
        }
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        Files.setLastModifiedTime(path, modified);
        if (posix != null && entry.permissions() != null) {
            posix.setPermissions(PosixFilePermissions.fromString(entry.permissions()));
        }
    }
}
