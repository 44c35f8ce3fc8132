package dev.migrator.profile.manifest;

import dev.migrator.profile.store.Chunk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one media folder, folders before what they hold, ordered by path. */
public record MediaTree(String name, List<Entry> entries) {

    public MediaTree {
        entries = List.copyOf(entries);
    }

    public enum Kind {
        FILE,
        FOLDER,
        LINK
    }

    /**
     * A file, folder or symbolic link.
     *
     * @param path below the media folder, parts joined by {@code /}
     * @param linkTarget where a link points, as it is written in it; null for the others
     * @param permissions as {@code rwxr-x---}; null where the file system has none, and for links
     * @param modified time of the last change
     * @param size of a file in bytes, 0 for the others
     * @param chunks a file's content in order
     */
    public record Entry(
            String path,
            Kind kind,
            @Nullable String linkTarget,
            @Nullable String permissions,
            Instant modified,
            long size,
            List<Chunk> chunks) {

        public Entry {
            chunks = List.copyOf(chunks);
        }
    }
}
