package dev.migrator.profile.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a table into ranges of pages that several workers read. A range has a fixed number of pages, so that the ranges of an unchanged
 * part of a table are the same in the next snapshot, however much the table has grown, and with them its chunks.
 */
final class TableSplitter {

    /** 128 MiB of 8 KiB each. */
    static final long PAGES = 16_384;

    /** A range is never made smaller than this many pages. */
    private static final long FEWEST = 64;

    private TableSplitter() {}

    /** The ranges in order; together they are the whole table. None where the table holds nothing. */
    static List<PageRange> split(TableSize size) {
        if (!size.heap()) {
            return List.of(PageRange.ALL);
        }
        long pages = pagesOfRange(size);
        List<PageRange> ranges = new ArrayList<>();
        for (long from = 0; from < size.pages(); from += pages) {
            boolean last = from + pages >= size.pages();
            ranges.add(new PageRange(from, last ? PageRange.END : from + pages));
        }
        return ranges;
    }

    /**
     * Long values lie in a file of their own and are read with the range that points to them: the more of them, the fewer pages make a
     * range. By powers of two, so that the number hardly ever changes from one snapshot to the next.
     */
    private static long pagesOfRange(TableSize size) {
        long pages = PAGES;
        for (long weight = size.toastPages() / Math.max(1, size.pages()); weight > 0 && pages > FEWEST; weight /= 2) {
            pages /= 2;
        }
        return pages;
    }
}
