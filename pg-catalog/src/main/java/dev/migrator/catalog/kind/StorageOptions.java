package dev.migrator.catalog.kind;

import static java.util.stream.Collectors.joining;

import dev.migrator.postgres.SqlText;
import java.util.List;
import java.util.regex.Pattern;

/** Options as the catalog stores them ({@code fillfactor=70}), written as a command takes them. */
final class StorageOptions {

    /** What needs no quotes as a name or as a value. */
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_.]*|-?[0-9]+(\\.[0-9]+)?");

    private StorageOptions() {}

    /** {@code  WITH (fillfactor=70)} with a space before it, or nothing where there are none. */
    static String with(List<String> options) {
        return options.isEmpty() ? "" : " WITH (" + list(options) + ")";
    }

    /** {@code fillfactor=70, autovacuum_enabled=false}. */
    static String list(List<String> options) {
        return options.stream().map(StorageOptions::one).collect(joining(", "));
    }

    private static String one(String option) {
        int equals = option.indexOf('=');
        String value = option.substring(equals + 1);
        return option.substring(0, equals) + "=" + (PLAIN.matcher(value).matches() ? value : SqlText.literal(value));
    }
}
