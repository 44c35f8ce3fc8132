package dev.migrator.profile.store;

import dev.migrator.profile.disk.Disk;
import dev.migrator.profile.disk.DiskException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings packs from the store into a folder, each whole or not at all. Threads that want the same pack wait for one download; processes
 * may each make their own, and the last one to finish stays. Safe for use by several threads.
 */
final class PackDownload {

    /** How often a download is begun when its connection breaks. */
    private static final int ATTEMPTS = 3;

    private final ProfileSpace space;
    private final Path folder;
    private final Disk disk;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Set<String> fetchedAgain = ConcurrentHashMap.newKeySet();

    PackDownload(ProfileSpace space, Path folder, Disk disk) {
        this.space = space;
        this.folder = folder;
        this.disk = disk;
    }

    /** The size of a pack that is here; -1 where it is not. */
    long sizeOf(String pack) {
        try {
            return Files.size(file(pack));
        } catch (IOException e) {
            return -1;
        }
    }

    /** The pack's file, which has at least this length; downloaded where it is not here. */
    Path require(String pack, long length) {
        if (sizeOf(pack) < length) {
            synchronized (lock(pack)) {
                if (sizeOf(pack) < length) {
                    download(pack, length);
                }
            }
        }
        return file(pack);
    }

    /** The pack's file, downloaded once more unless that was done before. */
    Path again(String pack, long length) {
        synchronized (lock(pack)) {
            if (fetchedAgain.add(pack)) {
                download(pack, length);
            }
        }
        return file(pack);
    }

    private Path file(String pack) {
        return folder.resolve(pack);
    }

    private Object lock(String pack) {
        return locks.computeIfAbsent(pack, id -> new Object());
    }

    private void download(String pack, long length) {
        for (int attempt = 1; ; attempt++) {
            try {
                download(pack);
                requireLength(pack, length);
                return;
            } catch (BrokenOff e) {
                requireNotStopped();
                if (attempt == ATTEMPTS) {
                    throw StoreException.brokenOff(space.locationOfPack(pack), e.cause);
                }
            } catch (IOException e) {
                requireNotStopped();
                throw cannotWrite(e);
            }
        }
    }

    private void requireNotStopped() {
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreException.Stopped(space.location());
        }
    }

    private void download(String pack) throws IOException, BrokenOff {
        try (InputStream in = open(pack)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve('.' + pack + '.' + UUID.randomUUID());
            try {
                try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
                    copy(in, out);
                }
                disk.move(unfinished, file(pack));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
    }

    private InputStream open(String pack) {
        try {
            return space.pack(pack);
        } catch (StoreException.NothingThere e) {
            throw e;
        } catch (StoreException.Missing e) {
            throw new StoreException.Missing(
                    "a pack of the snapshot is gone",
                    space.locationOfPack(pack),
                    "Bring it back from a backup of the store, or take a new snapshot with migrator:upload",
                    e);
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException, BrokenOff {
        byte[] buffer = new byte[1 << 16];
        for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
            requireNotStopped();
            out.write(buffer, 0, count);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws BrokenOff {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    private void requireLength(String pack, long length) {
        long size = sizeOf(pack);
        if (size >= 0 && size < length) {
            throw new StoreException.Corrupt(
                    "a pack of the snapshot is shorter than its manifest says",
                    space.locationOfPack(pack) + ", " + size + " bytes instead of " + length + " or more",
                    "Bring it back from a backup of the store, or point the ref at another snapshot with migrator:use",
                    null);
        }
    }

    DiskException cannotWrite(IOException e) {
        return DiskException.writing(folder, "set migrator.cacheDirectory to a larger disk", e);
    }

    /** The store's side of a copy failed, not ours. */
    private static final class BrokenOff extends Exception {
        private static final long serialVersionUID = 1L;

        private final IOException cause;

        BrokenOff(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
