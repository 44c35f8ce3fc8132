package dev.migrator.migration;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often, and after what pause, a file is tried again that lost a lock to others. Used by one thread. */
final class Patience {

    /** lock_not_available, deadlock_detected, serialization_failure. */
    private static final Set<String> LOST = Set.of("55P03", "40P01", "40001");

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final int retries;
    private int tried;

    Patience(int retries) {
        this.retries = retries;
    }

    /** The pause before the next try, doubled each time; null where there is to be none. */
    @Nullable
    Duration pauseAfter(@Nullable String sqlState) {
        if (sqlState == null || !LOST.contains(sqlState) || tried == retries) {
            return null;
        }
        return FIRST_PAUSE.multipliedBy(1L << Math.min(tried++, 8));
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for others to give way", e);
        }
    }
}
