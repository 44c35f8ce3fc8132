package dev.migrator.profile.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings files into a {@link DirectoryStore} in one step: each is written in the folder {@code .unfinished} of the store, forced to the
 * device, and then renamed or linked to its place. Safe for use by several threads and processes.
 */
final class NewFiles {

    private static final String WORK_FOLDER = ".unfinished";

    private final Path workFolder;
    private final AtomicBoolean swept = new AtomicBoolean();

    NewFiles(Path root) {
        this.workFolder = root.resolve(WORK_FOLDER);
    }

    static boolean isWorkKey(String key) {
        return key.equals(WORK_FOLDER) || key.startsWith(WORK_FOLDER + "/");
    }

    /** Writes a file; returns false where {@code ifAbsent} and something is there. */
    boolean write(Path file, InputStream body, boolean ifAbsent) throws IOException {
        if (ifAbsent && Files.exists(file)) {
            return false;
        }
        Files.createDirectories(workFolder);
        if (!swept.getAndSet(true)) {
            AbandonedFiles.sweep(workFolder);
        }
        Path unfinished = workFolder.resolve(UUID.randomUUID().toString());
        try {
            Files.copy(body, unfinished);
            force(unfinished);
            Path folder = Objects.requireNonNull(file.getParent(), "a key's file lies in the store's folder");
            Files.createDirectories(folder);
            boolean appeared = ifAbsent ? appear(unfinished, file) : replace(unfinished, file);
            forceFolder(folder);
            return appeared;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static boolean replace(Path unfinished, Path file) throws IOException {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** A link is made in one step, and not where something is. */
    private static boolean appear(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return claim(unfinished, file);
        }
    }

    /** Where the file system has no links: an empty file is claimed first, so one wins, and others see it empty for a moment. */
    private static boolean claim(Path unfinished, Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        return replace(unfinished, file);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the name last too, where the system lets a folder be opened. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders; there the name lasts as its file system sees fit.
        }
    }
}
