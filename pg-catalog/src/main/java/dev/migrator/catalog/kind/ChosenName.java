package dev.migrator.catalog.kind;

import java.nio.charset.StandardCharsets;

/**
 * The names that PostgreSQL chooses where nobody gives one.
 *
 * @see <a href="https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/commands/indexcmds.c">makeObjectName</a>
 */
final class ChosenName {

    private static final int LONGEST = 63;

    private ChosenName() {}

    /** {@code table_column_label}, of which the longer of the first two parts is cut until the whole fits into 63 bytes. */
    static String of(String table, String column, String label) {
        byte[] first = table.getBytes(StandardCharsets.UTF_8);
        byte[] second = column.getBytes(StandardCharsets.UTF_8);
        int room = LONGEST - label.length() - 2;
        int ofFirst = first.length;
        int ofSecond = second.length;
        while (ofFirst + ofSecond > room) {
            if (ofFirst > ofSecond) {
                ofFirst--;
            } else {
                ofSecond--;
            }
        }
        return cut(first, ofFirst) + '_' + cut(second, ofSecond) + '_' + label;
    }

    /** {@code domain_label}, of which the first part is cut until the whole fits into 63 bytes. */
    static String of(String domain, String label) {
        byte[] name = domain.getBytes(StandardCharsets.UTF_8);
        return cut(name, Math.min(name.length, LONGEST - label.length() - 1)) + '_' + label;
    }

    /** No character is cut in two. */
    private static String cut(byte[] text, int length) {
        int end = length;
        while (end > 0 && end < text.length && (text[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
