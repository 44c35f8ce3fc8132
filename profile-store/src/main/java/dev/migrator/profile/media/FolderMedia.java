package dev.migrator.profile.media;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/** Media folders that lie on this disk as they are: those of a profile that is committed to Git. */
public final class FolderMedia implements MediaContent {

    private final Map<String, Path> folders;

    /** @param folders by the name of the media folder */
    public FolderMedia(Map<String, Path> folders) {
        this.folders = Map.copyOf(folders);
    }

    @Override
    public void writeInto(String name, Path folder) throws IOException {
        Path from = folders.get(name);
        if (from == null || !Files.isDirectory(from)) {
            throw new MediaException(
                    "the profile has no media folder of this name",
                    from == null ? name : from.toString(),
                    "Create it, or take the name out of media: in profile.yaml",
                    null);
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
                if (!source.equals(from)) {
                    Files.createDirectory(folder.resolve(from.relativize(source).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        source,
                        folder.resolve(from.relativize(source).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
