package dev.migrator.catalog.kind;

import java.sql.SQLException;

/**
 * The numbers of a sequence, written as CREATE SEQUENCE and IDENTITY take them; what a new sequence would have anyway is left out.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 */
record SequenceOptions(
        String type, long start, long increment, long minimum, long maximum, long cache, boolean cycles) {

    /** The columns that {@link #of} reads, of a pg_sequence {@code s}. */
    static final String COLUMNS = """
            format_type(s.seqtypid, NULL) AS seq_type, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle""";

    static SequenceOptions of(Row row) throws SQLException {
        return new SequenceOptions(
                row.text("seq_type"),
                row.number("seqstart"),
                row.number("seqincrement"),
                row.number("seqmin"),
                row.number("seqmax"),
                row.number("seqcache"),
                row.flag("seqcycle"));
    }

    /** Each option with a space before it: {@code  START WITH 100 INCREMENT BY 5}. */
    String text() {
        StringBuilder text = new StringBuilder();
        boolean ascending = increment > 0;
        long bornMinimum = ascending ? 1 : typeMinimum();
        long bornMaximum = ascending ? typeMaximum() : -1;
        if (start != (ascending ? minimum : maximum)) {
            text.append(" START WITH ").append(start);
        }
        if (increment != 1) {
            text.append(" INCREMENT BY ").append(increment);
        }
        if (minimum != bornMinimum) {
            text.append(" MINVALUE ").append(minimum);
        }
        if (maximum != bornMaximum) {
            text.append(" MAXVALUE ").append(maximum);
        }
        if (cache != 1) {
            text.append(" CACHE ").append(cache);
        }
        return text.append(cycles ? " CYCLE" : "").toString();
    }

    private long typeMinimum() {
        return switch (type) {
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    private long typeMaximum() {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
