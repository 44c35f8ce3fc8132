package dev.migrator.core;

import dev.migrator.profile.disk.Disk;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses to rename a folder, so that a restore ends where one does that is killed after the swap of its database. */
final class DiskThatMovesNoFolder implements Disk {

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        Disk.local().replace(file, content);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            throw new AccessDeniedException(from.toString());
        }
        Disk.local().move(from, to);
    }

    @Override
    public void delete(Path tree) throws IOException {
        Disk.local().delete(tree);
    }
}
