package dev.migrator.maven;

import java.util.Locale;

/** The state of the work in one line: {@code loading rows: 120 MB of 480 MB, 17 tables, 1,200,000 rows}. Safe for use by several threads. */
final class StatusLine {

    private static final int WIDEST = 100;

    private String step = "";
    private String bytes = "";
    private long tables;
    private long rows;

    /** A new step begins; the counters begin anew with it. */
    synchronized void step(String name) {
        if (!name.equals(step)) {
            step = name;
            bytes = "";
            tables = 0;
            rows = 0;
        }
    }

    synchronized void bytes(String name, long done, long total) {
        step(name);
        bytes = Words.size(done) + (total > 0 ? " of " + Words.size(total) : "");
    }

    synchronized void table(String name, long rowsOfTable) {
        tables++;
        rows += rowsOfTable;
    }

    /** Empty before the first step. */
    synchronized String text() {
        String counts = tables == 0 ? "" : String.format(Locale.ROOT, "%,d tables, %,d rows", tables, rows);
        String details = bytes.isEmpty() || counts.isEmpty() ? bytes + counts : bytes + ", " + counts;
        String line = details.isEmpty() ? step : step + ": " + details;
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }
}
