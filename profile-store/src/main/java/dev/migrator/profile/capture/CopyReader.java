package dev.migrator.profile.capture;

import dev.migrator.profile.internal.StepProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Runs a COPY to the client and hands its rows to a {@link RowCutter}. The driver gives a row at a time in an array of its own, so that
 * memory is bounded by the longest row.
 *
 * <p>Not safe for use by several threads.
 */
final class CopyReader {

    /** Rows of this length pass whatever the memory is. */
    private static final long ALWAYS = 64L << 20;

    private final RowCutter cutter;
    private final LongConsumer progress;
    private final long longest;

    /** @param progress is given the number of bytes read since it was called before */
    CopyReader(RowCutter cutter, LongConsumer progress) {
        this(cutter, progress, Math.max(ALWAYS, Runtime.getRuntime().maxMemory() / 4));
    }

    CopyReader(RowCutter cutter, LongConsumer progress, long longest) {
        this.cutter = cutter;
        this.progress = progress;
        this.longest = longest;
    }

    /**
     * Reads to the end.
     *
     * @param table for messages
     * @param copy a {@code COPY … TO STDOUT} in text format
     * @throws CaptureException.RowTooLong where a row does not fit into memory
     */
    CapturedRows read(Connection connection, String table, String copy) throws SQLException {
        try {
            CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
            long untold = 0;
            for (int length = readRow(rows, table); length > 0; length = readRow(rows, table)) {
                untold += length;
                if (untold >= StepProgress.WORTH_TELLING) {
                    progress.accept(untold);
                    untold = 0;
                }
            }
            progress.accept(untold);
            return cutter.finish();
        } catch (OutOfMemoryError e) {
            throw new CaptureException.RowTooLong(table, "no memory left", e);
        }
    }

    /**
     * Hands on the next row. In a method of its own, so that nothing holds a long row any more while the driver makes room for the next.
     *
     * @return its length with its line end; 0 where there is none
     */
    private int readRow(CopyOut rows, String table) throws SQLException {
        byte[] row = rows.readFromCopy();
        if (row == null) {
            return 0;
        }
        if (row.length > longest) {
            throw new CaptureException.RowTooLong(table, row.length + " bytes", null);
        }
        cutter.add(row);
        return row.length;
    }
}
