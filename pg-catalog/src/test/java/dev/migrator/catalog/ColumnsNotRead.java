package dev.migrator.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code columns-not-read.txt}: what the reader leaves out on some majors, and why.
 *
 * @param columns none for the whole catalog
 * @param before the first major that it does not hold for
 */
record ColumnsNotRead(String catalog, int since, int before, List<String> columns, String reason) {

    private static final Pattern LINE =
            Pattern.compile("(pg_\\w+)(?: since (\\d+))?(?: before (\\d+))?(?:: ([a-z_0-9, ]+))? - (\\S.*)");

    private static final Pattern FUNCTION = Pattern.compile("written by (\\w+)");

    /** Every line. */
    static List<ColumnsNotRead> all() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(ColumnsNotRead::of)
                .toList();
    }

    private static ColumnsNotRead of(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("columns-not-read.txt: " + line);
        }
        return new ColumnsNotRead(
                matcher.group(1),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(3)),
                matcher.group(4) == null ? List.of() : List.of(matcher.group(4).split(", ")),
                matcher.group(5));
    }

    boolean holdsFor(int major) {
        return since <= major && major < before;
    }

    /** The columns that it means, as {@code pg_class.relname}. */
    List<String> columnsAmong(Set<String> existing) {
        return columns.isEmpty()
                ? existing.stream()
                        .filter(column -> column.startsWith(catalog + "."))
                        .toList()
                : columns.stream().map(column -> catalog + "." + column).toList();
    }

    /** The function of PostgreSQL's that writes them; null where the reason is another. */
    @Nullable
    String writer() {
        Matcher matcher = FUNCTION.matcher(reason);
        return matcher.lookingAt() ? matcher.group(1) : null;
    }

    private static String text() {
        try (InputStream file = ColumnsNotRead.class.getResourceAsStream("columns-not-read.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
