package dev.migrator.maven;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers as people read them, the same on every machine. */
final class Words {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Words() {}

    /** {@code 1 table}, {@code 1,234 rows}; the plural is the word with an s. */
    static String count(long number, String word) {
        return String.format(Locale.ROOT, "%,d %s%s", number, word, number == 1 ? "" : "s");
    }

    /** In decimal units: {@code 999 B}, {@code 1.2 MB}. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /** {@code 0.4 s}, {@code 2 min 05 s}, {@code 1 h 02 min}. */
    static String time(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }

    /** How long ago, in the largest unit that fits: {@code 3 days}. */
    static String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toDays() > 0) {
            return count(age.toDays(), "day");
        }
        if (age.toHours() > 0) {
            return count(age.toHours(), "hour");
        }
        return age.toMinutes() > 0 ? count(age.toMinutes(), "minute") : "now";
    }
}
