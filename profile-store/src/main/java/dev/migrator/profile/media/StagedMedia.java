package dev.migrator.profile.media;

import dev.migrator.profile.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The media folders for which a restore has staged what it has not put in place yet, as one that was killed leaves them. */
public final class StagedMedia {

    private StagedMedia() {}

    /**
     * Looks for them right below a directory, which need not exist.
     *
     * @return by the name of the database that they belong to
     */
    public static Map<String, MediaFolders> in(Path directory, Disk disk) {
        Map<String, Map<String, Path>> places = new TreeMap<>();
        try {
            for (Path folder : candidates(directory)) {
                MediaPlace.stagedAt(folder)
                        .ifPresent(sign -> places.computeIfAbsent(sign.target(), any -> new TreeMap<>())
                                .put(folder.getFileName().toString(), folder));
            }
        } catch (IOException e) {
            throw MediaException.failed(directory, e);
        }
        Map<String, MediaFolders> folders = new TreeMap<>();
        places.forEach((target, paths) -> folders.put(target, new MediaFolders(disk, paths, target)));
        return folders;
    }

    /** A folder that is not there for the moment is known by what lies beside it; for a link that lies elsewhere. */
    private static List<Path> candidates(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.flatMap(entry ->
                            Files.isSymbolicLink(entry) ? Stream.of(entry) : MediaPlace.folderOf(entry).stream())
                    .toList();
        }
    }
}
