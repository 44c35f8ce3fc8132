package dev.migrator.profile.capture;

import dev.migrator.profile.manifest.MediaTree;
import dev.migrator.profile.manifest.MediaTree.Entry;
import dev.migrator.profile.manifest.MediaTree.Kind;
import dev.migrator.profile.store.Chunk;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder with all that lies in it: files, folders, empty ones too, and symbolic links, which are kept as they are and never
 * followed. Not safe for use by several threads.
 */
final class MediaReader {

    private final MediaFileReader files;
    private final Consumer<Path> gone;

    /**
     * @param gone is given what was deleted between being listed and being read
     */
    MediaReader(ChunkSink sink, Consumer<Path> gone) {
        this.files = new MediaFileReader(sink);
        this.gone = gone;
    }

    /** @throws CaptureException.MediaUnreadable where the folder is not there */
    static void requireFolder(MediaFolder folder) {
        if (!Files.isDirectory(folder.path())) {
            throw new CaptureException.MediaUnreadable(
                    "the media folder is not there",
                    folder.name() + ": " + folder.path(),
                    "Check media: in profile.yaml, and that the upload runs where the files are",
                    null);
        }
    }

    /** @throws CaptureException.MediaUnreadable that names what cannot be read, and why */
    MediaTree read(MediaFolder folder) {
        requireFolder(folder);
        List<Entry> entries = new ArrayList<>();
        readFolder(folder.path(), "", entries);
        return new MediaTree(folder.name(), List.copyOf(entries));
    }

    private void readFolder(Path folder, String prefix, List<Entry> entries) {
        for (Path path : listed(folder)) {
            String name = prefix + path.getFileName();
            try {
                readEntry(path, name, entries);
            } catch (NoSuchFileException e) {
                gone.accept(path);
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }
    }

    private void readEntry(Path path, String name, List<Entry> entries) throws IOException {
        BasicFileAttributes attributes = MediaFileReader.attributes(path);
        String permissions = permissions(attributes);
        var modified = attributes.lastModifiedTime().toInstant();
        if (attributes.isSymbolicLink()) {
            String target = MediaNames.text(Files.readSymbolicLink(path), path);
            entries.add(new Entry(name, Kind.LINK, target, null, modified, 0, List.of()));
        } else if (attributes.isDirectory()) {
            entries.add(new Entry(name, Kind.FOLDER, null, permissions, modified, 0, List.of()));
            readFolder(path, name + '/', entries);
        } else if (attributes.isRegularFile()) {
            MediaFileReader.Content content = files.read(path);
            List<Chunk> chunks = content.chunks();
            long size = chunks.stream().mapToLong(Chunk::plainLength).sum();
            entries.add(new Entry(
                    name,
                    Kind.FILE,
                    null,
                    permissions(content.attributes()),
                    content.attributes().lastModifiedTime().toInstant(),
                    size,
                    chunks));
        } else {
            throw new CaptureException.MediaUnreadable(
                    "the media folder holds something that is neither file, folder nor link (socket, pipe or device)",
                    path.toString(),
                    "Move it out of the folder",
                    null);
        }
    }

    /** What lies in a folder, in one order for ever. */
    private List<Path> listed(Path folder) {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(paths::add);
        } catch (NoSuchFileException e) {
            gone.accept(folder);
        } catch (DirectoryIteratorException | IOException e) {
            throw unreadable(folder, e);
        }
        paths.forEach(path -> MediaNames.text(path.getFileName(), folder));
        paths.sort(Comparator.comparing(path -> path.getFileName().toString()));
        return paths;
    }

    private static @Nullable String permissions(BasicFileAttributes attributes) {
        return attributes instanceof PosixFileAttributes posix
                ? PosixFilePermissions.toString(posix.permissions())
                : null;
    }

    private static CaptureException unreadable(Path path, Exception e) {
        return new CaptureException.MediaUnreadable(
                "a media file or folder cannot be read",
                path.toString(),
                "Give the user that runs the upload the right to read it",
                e);
    }
}
