package dev.migrator.testing;

import dev.migrator.postgres.embedded.EmbeddedServer;
import dev.migrator.postgres.embedded.EmbeddedServers;
import dev.migrator.postgres.embedded.PinnedBinaries;
import dev.migrator.postgres.embedded.ServerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Embedded servers that end with this JVM, data and all. A lock that the operating system releases tells the leftovers of JVMs that
 * were killed from what others are using; the next JVM removes them.
 */
final class ThrowAwayServers {

    private static final String LOCK = ".lock";

    /** What some tests need and the product's own servers do without: publications, prepared transactions, many sessions. */
    private static final Map<String, String> SETTINGS = Map.of(
            "wal_level", "logical",
            "max_wal_senders", "10",
            "max_connections", "200",
            "max_prepared_transactions", "10");

    private final EmbeddedServers servers;
    private final String key = "jvm-" + UUID.randomUUID();
    private final Queue<ServerSpec> started = new ConcurrentLinkedQueue<>();

    ThrowAwayServers(Programs programs) {
        this.servers = new EmbeddedServers(programs, programs.cache());
        Path locks = programs.cache().resolve("jvms");
        try {
            Files.createDirectories(locks);
            removeLeftovers(locks);
            endWithJvm(locks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server that is stopped and deleted when this JVM ends. */
    EmbeddedServer start(int major) {
        ServerSpec spec = spec(key, major);
        started.add(spec);
        return servers.findOrStart(spec);
    }

    /** The file gets its name when it is locked, so that nobody takes it for one that a dead JVM has left. */
    private void endWithJvm(Path locks) throws IOException {
        Path file = locks.resolve(key + LOCK);
        Path unnamed = locks.resolve(key);
        FileChannel channel = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        Files.move(unnamed, file, StandardCopyOption.ATOMIC_MOVE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            started.forEach(servers::discard);
            try {
                Files.deleteIfExists(file);
                lock.release();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private void removeLeftovers(Path locks) throws IOException {
        try (Stream<Path> files = Files.list(locks)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(LOCK)).toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                        FileLock dead = tryLock(channel)) {
                    if (dead != null && dead.isValid()) {
                        String leftover = file.getFileName().toString().replace(LOCK, "");
                        for (int major : PinnedBinaries.majors()) {
                            servers.discard(spec(leftover, major));
                        }
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static ServerSpec spec(String key, int major) {
        return new ServerSpec(key, major, SETTINGS);
    }
}
