package dev.migrator.profile.s3;

import java.time.Duration;

/**
 * How long the service may take; no call waits for ever.
 *
 * @param connect until a connection stands
 * @param silence between two packets of an answer
 * @param attempt for one attempt, bodies of uploads aside
 * @param call for all attempts of one call, bodies of uploads aside
 * @param slowest the upload speed, in bytes a second, below which it is given up
 */
record TimeLimits(Duration connect, Duration silence, Duration attempt, Duration call, long slowest) {

    static final TimeLimits STANDARD = new TimeLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(40), Duration.ofMinutes(2), 64 << 10);

    /** For an attempt that carries a body of this size. */
    Duration attempt(long bytes) {
        return attempt.plusSeconds(bytes / slowest);
    }

    /** For a call that carries a body of this size. */
    Duration call(long bytes) {
        return call.plusSeconds(2 * bytes / slowest);
    }
}
