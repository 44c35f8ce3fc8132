package dev.migrator.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How one text becomes another, line by line, with as many lines shared as there can be. */
final class LineDiff {

    /** Where more pairs than these would have to be looked at, no line in the midst is taken for shared. */
    private static final long PAIRS = 4_000_000;

    /** A line with a sign: {@code -} only the first text has it, {@code +} only the second, a space: both. */
    record Line(char sign, String text) {}

    private LineDiff() {}

    /** The lines that differ. A comma at the end of one counts only where nothing else differs: a list that grows moves it. */
    static List<Line> of(List<String> before, List<String> after) {
        List<Line> lines = differing(before, after, LineDiff::withoutComma);
        return lines.isEmpty() ? differing(before, after, UnaryOperator.identity()) : lines;
    }

    private static List<Line> differing(List<String> before, List<String> after, UnaryOperator<String> form) {
        return whole(
                        before.stream().map(form).toList(),
                        after.stream().map(form).toList())
                .stream()
                .filter(line -> line.sign != ' ')
                .toList();
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }

    /** Every line of both texts. */
    static List<Line> whole(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && fromEnd(before, tail).equals(fromEnd(after, tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        addAll(lines, ' ', before.subList(0, head));
        addMidst(lines, before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
        addAll(lines, ' ', before.subList(before.size() - tail, before.size()));
        return lines;
    }

    private static String fromEnd(List<String> text, int index) {
        return text.get(text.size() - 1 - index);
    }

    private static void addMidst(List<Line> lines, List<String> before, List<String> after) {
        if ((long) before.size() * after.size() > PAIRS) {
            addAll(lines, '-', before);
            addAll(lines, '+', after);
            return;
        }
        int[][] shared = shared(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                lines.add(new Line(' ', before.get(i++)));
                j++;
            } else if (shared[i + 1][j] >= shared[i][j + 1]) {
                lines.add(new Line('-', before.get(i++)));
            } else {
                lines.add(new Line('+', after.get(j++)));
            }
        }
        addAll(lines, '-', before.subList(i, before.size()));
        addAll(lines, '+', after.subList(j, after.size()));
    }

    /** How many lines the rests of the two texts share at most, from each pair of lines on. */
    private static int[][] shared(List<String> before, List<String> after) {
        int[][] shared = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                shared[i][j] = before.get(i).equals(after.get(j))
                        ? shared[i + 1][j + 1] + 1
                        : Math.max(shared[i + 1][j], shared[i][j + 1]);
            }
        }
        return shared;
    }

    private static void addAll(List<Line> lines, char sign, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(sign, text)));
    }
}
