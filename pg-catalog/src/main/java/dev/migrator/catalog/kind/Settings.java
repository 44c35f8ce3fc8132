package dev.migrator.catalog.kind;

import static java.util.stream.Collectors.joining;

import dev.migrator.catalog.DatabaseState;
import dev.migrator.postgres.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings as the catalog stores them ({@code search_path="$user", public}), made into what SET takes. */
public final class Settings {

    /** Settings that hold a list of names, each quoted in its own right (GUC_LIST_QUOTE in PostgreSQL's sources). */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private static final Pattern ELEMENT = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))\\s*(?:,|$)");

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private Settings() {}

    /** Each {@code name=value} as a setting, in order. */
    public static List<DatabaseState.Setting> of(List<String> stored) {
        return stored.stream().map(Settings::one).toList();
    }

    private static DatabaseState.Setting one(String stored) {
        int equals = stored.indexOf('=');
        String name = stored.substring(0, equals);
        String value = stored.substring(equals + 1);
        return new DatabaseState.Setting(
                PLAIN_NAME.matcher(name).matches() ? name : SqlText.name(name),
                LISTS.contains(name) ? list(value) : SqlText.literal(value));
    }

    private static String list(String value) {
        List<String> elements = new ArrayList<>();
        Matcher matcher = ELEMENT.matcher(value);
        int position = 0;
        while (position < value.length() && matcher.find(position)) {
            String quoted = matcher.group(1);
            elements.add(quoted == null ? matcher.group(2).strip() : quoted.replace("\"\"", "\""));
            position = matcher.end();
        }
        return elements.isEmpty()
                ? "''"
                : elements.stream().map(SqlText::literal).collect(joining(", "));
    }
}
