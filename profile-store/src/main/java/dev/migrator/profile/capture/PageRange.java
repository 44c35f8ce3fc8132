package dev.migrator.profile.capture;

/**
 * A run of a table's pages.
 *
 * @param from the first page
 * @param to the page behind the last; {@link #END} for all that there are
 */
record PageRange(long from, long to) {

    /** Behind the last page that any table can have. */
    static final long END = 1L << 32;

    static final PageRange ALL = new PageRange(0, END);

    /** The rows in it as a condition on {@code ctid}, which PostgreSQL answers by reading just these pages; empty for all rows. */
    String condition() {
        String lower = from == 0 ? "" : "ctid >= '(" + from + ",0)'";
        String upper = to == END ? "" : "ctid < '(" + to + ",0)'";
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " AND " + upper;
    }
}
