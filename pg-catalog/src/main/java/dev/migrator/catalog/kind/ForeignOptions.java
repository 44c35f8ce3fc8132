package dev.migrator.catalog.kind;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.util.List;
import java.util.regex.Pattern;

/** Options of foreign-data objects as the catalog stores them ({@code host=db}), written as an OPTIONS clause. */
final class ForeignOptions {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private ForeignOptions() {}

    /** {@code  OPTIONS (host 'db')} with a space before it, or nothing where there are none. */
    static String clause(List<String> options) {
        return options.isEmpty()
                ? ""
                : options.stream().map(ForeignOptions::one).collect(joining(", ", " OPTIONS (", ")"));
    }

    private static String one(String option) {
        int equals = option.indexOf('=');
        String name = option.substring(0, equals);
        return (PLAIN.matcher(name).matches() ? name : SqlText.name(name)) + " "
                + SqlText.literal(option.substring(equals + 1));
    }
}
