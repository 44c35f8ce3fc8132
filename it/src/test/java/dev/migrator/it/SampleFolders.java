package dev.migrator.it;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folders beside the sample that its builds use, copied beside its clone, so that refs that are written there stay out of Git. Names
 * are copied as bytes: Maven's own copies lose files whose names the locale of the build cannot spell.
 */
public final class SampleFolders {

    private SampleFolders() {}

    /**
     * Copies {@code profiles} and {@code migrations} to where nothing is yet.
     *
     * @param project the root of this project
     * @param clone the sample's, whose {@code ../..} they go to
     */
    public static void copy(Path project, Path clone) throws IOException {
        for (String name : new String[] {"profiles", "migrations"}) {
            Path copy = clone.resolve("../..").normalize().resolve(name);
            Files.walkFileTree(project.resolve(name), new Copy(project.resolve(name), copy));
        }
    }

    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
        }
    }
}
