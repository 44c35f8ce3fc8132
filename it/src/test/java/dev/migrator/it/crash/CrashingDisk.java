package dev.migrator.it.crash;

import dev.migrator.profile.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;

/** A file system each lasting change of which passes the crash point. */
record CrashingDisk(Disk disk, CrashPoint point) implements Disk {

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        point.before("disk", "replace " + file.getFileName());
        disk.replace(file, content);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        point.before("disk", "move " + from.getFileName() + " to " + to.getFileName());
        disk.move(from, to);
    }

    @Override
    public void delete(Path tree) throws IOException {
        point.before("disk", "delete " + tree.getFileName());
        disk.delete(tree);
    }
}
