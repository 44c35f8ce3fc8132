package dev.migrator.core.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something may take, in PostgreSQL's units: {@code 500ms}, {@code 10s}, {@code 5min}, {@code 1h}; {@code 0} is no limit. */
final class TimeLimit {

    static final String EXPECTED = "a time like 500ms, 10s, 5min or 1h, or 0 for no limit";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}) ?(ms|s|min|h)");

    /** The largest first. */
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("min", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
        UNITS.put("ms", Duration.ofMillis(1));
    }

    private TimeLimit() {}

    /** Empty for what is none, and for what is longer than PostgreSQL can count: 24 days. */
    static Optional<Duration> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration unit = UNITS.getOrDefault(parts.group(2), Duration.ZERO);
        return Optional.of(unit.multipliedBy(Long.parseLong(parts.group(1))))
                .filter(limit -> limit.toMillis() <= Integer.MAX_VALUE);
    }

    /** In the largest unit that makes it a whole number. */
    static String shown(Duration limit) {
        return UNITS.entrySet().stream()
                .filter(unit ->
                        !limit.isZero() && limit.toMillis() % unit.getValue().toMillis() == 0)
                .findFirst()
                .map(unit -> limit.toMillis() / unit.getValue().toMillis() + unit.getKey())
                .orElse("0");
    }
}
