package dev.migrator.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a name at its dots as SQL does: a part in double quotes may hold dots; without quotes letters keep their case. */
final class QualifiedName {

    private static final Pattern PART = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")+)\"|([^.\"]+))(\\.|$)");

    private QualifiedName() {}

    /** The parts, quotes taken off; empty where it is no name. */
    static Optional<List<String>> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        boolean more = true;
        while (more && part.find()) {
            parts.add(part.group(1) != null ? part.group(1).replace("\"\"", "\"") : part.group(2));
            more = part.group(3).equals(".");
        }
        return more || !part.hitEnd() ? Optional.empty() : Optional.of(parts);
    }

    /** A table, in schema {@code public} where none is named. */
    static Optional<List<String>> table(String text) {
        return parts(text).filter(parts -> parts.size() <= 2).map(QualifiedName::inPublic);
    }

    private static List<String> inPublic(List<String> parts) {
        return parts.size() == 2 ? parts : List.of("public", parts.get(0));
    }
}
