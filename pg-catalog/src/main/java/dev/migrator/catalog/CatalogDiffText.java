package dev.migrator.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a diff for people: one object after another, those of one table together, of a changed object only the lines that differ. Equal
 * diffs give equal texts.
 */
public final class CatalogDiffText {

    private static final String UNDECIDED =
            "Undecided, as an expression reads differently and nobody can say whether it means the same: ";

    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparing((Entry entry) -> entry.id).thenComparing(entry -> entry.sign);

    /** One object with a sign: {@code +} added, {@code -} removed, {@code ~} changed, {@code ?} undecided. */
    private record Entry(char sign, ObjectId id, List<LineDiff.Line> lines) {

        static Entry of(char sign, CatalogObject object, Set<Aspect> compared) {
            return new Entry(
                    sign,
                    object.id(),
                    ObjectLines.ofWhole(object, compared).stream()
                            .map(line -> new LineDiff.Line(sign, line))
                            .toList());
        }

        static Entry of(char sign, CatalogDiff.Change change) {
            return new Entry(
                    sign,
                    change.before().id(),
                    LineDiff.of(
                            ObjectLines.of(change.before(), change.aspects()),
                            ObjectLines.of(change.after(), change.aspects())));
        }
    }

    private final StringBuilder text = new StringBuilder();

    private CatalogDiffText() {}

    /**
     * The text, ending in a line break.
     *
     * @param before what the first catalog is called
     * @param after what the second is called
     */
    public static String of(CatalogDiff diff, String before, String after) {
        CatalogDiffText text = new CatalogDiffText();
        text.text.append("--- ").append(before).append("\n+++ ").append(after).append('\n');
        text.text.append(summary(diff)).append('\n');
        List<Entry> entries = new ArrayList<>();
        diff.added().forEach(object -> entries.add(Entry.of('+', object, diff.compared())));
        diff.removed().forEach(object -> entries.add(Entry.of('-', object, diff.compared())));
        diff.changed().forEach(change -> entries.add(Entry.of('~', change)));
        text.add(entries);
        if (!diff.undecided().isEmpty()) {
            text.text
                    .append('\n')
                    .append(UNDECIDED)
                    .append(diff.undecided().size())
                    .append('\n');
            text.add(diff.undecided().stream()
                    .map(change -> Entry.of('?', change))
                    .toList());
        }
        return text.text.toString();
    }

    private static String summary(CatalogDiff diff) {
        return diff.isEmpty()
                ? "No object differs"
                : "Objects added: %d, removed: %d, changed: %d"
                        .formatted(
                                diff.added().size(),
                                diff.removed().size(),
                                diff.changed().size());
    }

    private void add(List<Entry> entries) {
        Map<ObjectId, List<Entry>> bySubject = new TreeMap<>();
        for (Entry entry : entries) {
            bySubject
                    .computeIfAbsent(entry.id.subject(), subject -> new ArrayList<>())
                    .add(entry);
        }
        bySubject.forEach((subject, group) -> {
            text.append('\n');
            group.sort(IN_ORDER);
            group.forEach(this::add);
        });
    }

    private void add(Entry entry) {
        text.append(entry.sign).append(' ').append(entry.id).append('\n');
        entry.lines.forEach(line -> text.append("    ")
                .append(line.sign())
                .append(' ')
                .append(line.text())
                .append('\n'));
    }
}
