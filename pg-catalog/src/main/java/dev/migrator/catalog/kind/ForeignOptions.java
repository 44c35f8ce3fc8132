package dev.migrator.catalog.kind;

import dev.migrator.postgres.SqlText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Options of foreign-data objects as the catalog stores them ({@code host=db}), written as an OPTIONS clause. What a name says to be a
 * secret is left out, whatever object has it: a catalog ends up in files and logs.
 */
final class ForeignOptions {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private ForeignOptions() {}

    /** {@code  OPTIONS (host 'db')} with a space before it, or nothing where there are none. */
    static String clause(List<String> options) {
        List<String> shown = options.stream()
                .filter(option -> !SecretOption.is(name(option)))
                .map(ForeignOptions::one)
                .toList();
        return shown.isEmpty() ? "" : " OPTIONS (" + String.join(", ", shown) + ")";
    }

    private static String one(String option) {
        String name = name(option);
        return (PLAIN.matcher(name).matches() ? name : SqlText.name(name)) + " "
                + SqlText.literal(option.substring(name.length() + 1));
    }

    private static String name(String option) {
        return option.substring(0, option.indexOf('='));
    }
}
