package dev.migrator.it.badinput;

import dev.migrator.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/**
 * A snapshot of {@code customer1}, and a target that was restored from it. Both are made once for all classes; each test works on a copy
 * of the snapshot with an empty cache, and leaves the target's rows as they are.
 */
abstract class UploadedOnce extends BadInput {

    /** Written by the first test of this JVM, and read by all. */
    private static Path original;

    /** Has the rows of the snapshot. */
    private static Database restored;

    @BeforeEach
    void takeTheSnapshot() throws Exception {
        if (original == null) {
            uploadAndRestore();
        } else {
            copy(original, folder);
            target = restored;
        }
    }

    private void uploadAndRestore() throws Exception {
        run(source, "INSERT INTO public.person SELECT md5(i::text) FROM generate_series(1, 2000) AS i");
        Path elsewhere = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "uploaded-once");
        passes(upload());
        passes(restore().with("migrator.cacheDirectory", elsewhere.resolve("cache")));
        original = elsewhere.resolve("project");
        copy(folder.resolve("profiles"), original.resolve("profiles"));
        copy(folder.resolve("store"), original.resolve("store"));
        restored = target;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
    }

    /** The one pack of the snapshot. */
    final Path pack() throws IOException {
        return onlyFile(folder.resolve("store/customer1/packs"));
    }

    final Path manifestFile() throws IOException {
        return onlyFile(folder.resolve("store/customer1/snapshots"));
    }

    static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((one, other) -> {
                        throw new IllegalStateException("two files: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }

    /** Changes the text of a file by a regular expression, which must be found. */
    static void edit(Path file, String regex, String replacement) throws IOException {
        String before = Files.readString(file);
        String after = before.replaceFirst(regex, replacement);
        if (after.equals(before)) {
            throw new IllegalArgumentException("no " + regex + " in " + before);
        }
        Files.writeString(file, after);
    }
}
