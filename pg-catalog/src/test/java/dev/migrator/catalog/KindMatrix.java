package dev.migrator.catalog;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which kinds of object have come back on which majors, and from which scripts: the table in docs/catalog.md. A run says nothing about
 * majors that are not under test, so their columns stay as they are.
 */
final class KindMatrix {

    private static final List<Integer> MAJORS = List.of(14, 15, 16, 17, 18, 19);

    private static final Pattern TABLE =
            Pattern.compile("(?s)(?<=<!-- kinds, written by OptionsTest -->\n).*(?=<!-- end of kinds -->)");

    private static final Pattern ROW =
            Pattern.compile("\\| ([a-z ]+) \\|((?: ✓? ?\\|){" + MAJORS.size() + "}) ([^|]*) \\|");

    /** What is known of one kind. */
    private record Row(Set<Integer> majors, Set<String> scripts) {
        Row() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    private final Map<ObjectKind, Row> rows = new EnumMap<>(ObjectKind.class);

    KindMatrix() {
        Arrays.stream(ObjectKind.values())
                .filter(kind -> kind != ObjectKind.DATABASE)
                .forEach(kind -> rows.put(kind, new Row()));
    }

    /** That all objects of a script have come back; but public, which every database has. */
    void add(Catalog catalog, int major, String script) {
        for (CatalogObject object : catalog.objects()) {
            if (!object.id().toString().equals("schema public")) {
                Row row = rows.get(object.id().kind());
                row.majors.add(major);
                row.scripts.add(script.replaceAll("^common/|\\.sql$", ""));
            }
        }
    }

    /** The kinds that no script has brought back on a major. */
    List<ObjectKind> missingOn(int major) {
        return rows.keySet().stream()
                .filter(kind -> !rows.get(kind).majors.contains(major))
                .toList();
    }

    /**
     * The document as it has to be after this run.
     *
     * @param tested the majors under test
     */
    String in(String document, Collection<Integer> tested) {
        Matcher table = TABLE.matcher(document);
        if (!table.find()) {
            throw new IllegalStateException("docs/catalog.md has no place for the table of kinds");
        }
        Map<ObjectKind, Row> all = new EnumMap<>(ObjectKind.class);
        rows.forEach((kind, row) -> all.put(kind, new Row(new TreeSet<>(row.majors), new TreeSet<>(row.scripts))));
        if (!tested.containsAll(MAJORS)) {
            addFrom(table.group(), all, tested);
        }
        String header =
                "| kind |" + MAJORS.stream().map(major -> " " + major + " |").collect(joining()) + " scripts |\n|---|"
                        + "---|".repeat(MAJORS.size() + 1) + "\n";
        String lines = all.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(joining());
        return table.replaceFirst(Matcher.quoteReplacement(header + lines));
    }

    /** What an earlier run has said of the majors that are not under test. */
    private static void addFrom(String table, Map<ObjectKind, Row> all, Collection<Integer> tested) {
        ROW.matcher(table).results().forEach(result -> {
            Row row = all.get(kind(result.group(1)));
            if (row != null) {
                String[] cells = result.group(2).split("\\|");
                for (int i = 0; i < cells.length; i++) {
                    if (!tested.contains(MAJORS.get(i)) && !cells[i].isBlank()) {
                        row.majors.add(MAJORS.get(i));
                    }
                }
                row.scripts.addAll(List.of(result.group(3).split(", ")));
            }
        });
    }

    private static ObjectKind kind(String words) {
        return Arrays.stream(ObjectKind.values())
                .filter(kind -> kind.words().equals(words))
                .findFirst()
                .orElse(ObjectKind.DATABASE);
    }

    private static String line(ObjectKind kind, Row row) {
        return "| " + kind.words() + " |"
                + MAJORS.stream()
                        .map(major -> row.majors.contains(major) ? " ✓ |" : " |")
                        .collect(joining())
                + " " + String.join(", ", row.scripts) + " |\n";
    }
}
