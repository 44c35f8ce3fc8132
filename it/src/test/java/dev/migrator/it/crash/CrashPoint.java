package dev.migrator.it.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the external effects of a run, writes each down, and halts the process in the place of the one that it was told: nothing of ours
 * runs after that, no {@code finally}, no shutdown hook, as under {@code kill -9}.
 *
 * <p>Safe for use by several threads: effects are let through one at a time, so that none slips by while the process halts.
 */
final class CrashPoint {

    /** What a halted process exits with, as one killed by signal 9 does. */
    static final int EXIT_CODE = 137;

    private final long at;
    private final Path journal;
    private final AtomicLong count = new AtomicLong();

    /**
     * @param at the number of the effect that never happens, counted from 1; 0 for none
     * @param journal gets one line for each effect, {@code kind<TAB>what}
     */
    CrashPoint(long at, Path journal) {
        this.at = at;
        this.journal = journal;
    }

    /** Called right before each effect. */
    synchronized void before(String kind, String what) {
        long number = count.incrementAndGet();
        if (number == at) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        String line = kind + '\t' + what.strip().lines().findFirst().orElse("") + '\n';
        try {
            Files.writeString(journal, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
