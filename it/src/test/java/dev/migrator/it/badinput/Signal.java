package dev.migrator.it.badinput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What ends a build from outside. */
enum Signal {
    /** Ctrl-C. */
    INT(2),
    /** What cannot be heard. */
    KILL(9),
    /** What a CI server sends that cancels a job. */
    TERM(15);

    private static final Path STATUS = Path.of("/proc/self/status");

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    /** What a process that ends by it leaves as its exit code. */
    int exitCode() {
        return 128 + number;
    }

    /** Ctrl-C; or SIGTERM where a shell has started these tests in the background, whose children never hear Ctrl-C. */
    static Signal interrupt() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return INT;
        }
        long ignored = Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.split("\\s+")[1], 16))
                .findFirst()
                .orElse(0);
        return (ignored & 1L << INT.number - 1) == 0 ? INT : TERM;
    }
}
