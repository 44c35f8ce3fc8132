package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What this JVM has started: it ends with it, and what is left by a JVM that was killed is ended by the next one. A file is locked for
 * as long as the JVM lives, which the operating system sees to; so the dead are told from the living.
 */
final class ThisJvm {

    private static final String ALIVE = "alive";
    private static final String CHILDREN = "children";

    private final Path directory;

    /**
     * Notes down that this JVM lives.
     *
     * @param jvms the directory where all JVMs do so
     * @param end ends what the JVM of that name has started and that is no child process; called for this one at its end, and for
     *     those that were killed now
     */
    ThisJvm(Path jvms, Consumer<String> end) {
        String name = "jvm-" + UUID.randomUUID();
        this.directory = jvms.resolve(name);
        try {
            Files.createDirectories(jvms);
            endTheDead(jvms, end);
            FileLock alive = comeAlive(jvms);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    endChildren(directory);
                    end.accept(name);
                    Trees.delete(directory);
                    alive.acquiredBy().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that no other JVM has. */
    String name() {
        return String.valueOf(directory.getFileName());
    }

    /** A directory that is deleted when this JVM ends. */
    Path directory(String purpose) {
        try {
            return Files.createDirectories(directory.resolve(purpose));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the process ended with this JVM. */
    void adopt(Process child) throws IOException {
        Files.writeString(
                directory.resolve(CHILDREN),
                child.pid() + " " + started(child.toHandle()) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** The directory gets its name when its file is locked, so that nobody takes it for one that a dead JVM has left. */
    private FileLock comeAlive(Path jvms) throws IOException {
        Path unnamed = Files.createTempDirectory(jvms, ".new");
        FileChannel channel =
                FileChannel.open(unnamed.resolve(ALIVE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        Files.move(unnamed, directory, StandardCopyOption.ATOMIC_MOVE);
        return lock;
    }

    private static void endTheDead(Path jvms, Consumer<String> end) throws IOException {
        try (var names = Files.newDirectoryStream(jvms, "jvm-*")) {
            for (Path jvm : names) {
                Path file = jvm.resolve(ALIVE);
                if (!Files.exists(file)) {
                    continue;
                }
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    if (channel.tryLock() != null) {
                        endChildren(jvm);
                        end.accept(jvm.getFileName().toString());
                        Trees.delete(jvm);
                    }
                }
            }
        }
    }

    private static void endChildren(Path jvm) throws IOException {
        Path children = jvm.resolve(CHILDREN);
        if (!Files.exists(children)) {
            return;
        }
        for (String child : Files.readAllLines(children)) {
            int space = child.indexOf(' ');
            ProcessHandle.of(Long.parseLong(child.substring(0, space)))
                    .filter(process -> started(process).equals(child.substring(space + 1)))
                    .ifPresent(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
        }
    }

    /** Tells a process from one that gets its number later. */
    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
