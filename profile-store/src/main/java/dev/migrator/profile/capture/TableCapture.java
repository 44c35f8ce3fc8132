package dev.migrator.profile.capture;

import dev.migrator.catalog.Column;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.manifest.RowsDigest;
import dev.migrator.profile.manifest.TableContent;
import dev.migrator.profile.store.Chunk;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** The reading of one table: a task for each of its ranges, whose results are put together in order. Safe for use by several threads. */
final class TableCapture {

    private final SourceTable table;
    private final Map<String, String> masks;
    private final ProgressListener listener;
    private final List<PageRange> ranges;
    private final AtomicReferenceArray<CapturedRows> parts;
    private final AtomicInteger open;

    /** @param masks the expression in the place of each masked column */
    TableCapture(SourceTable table, Map<String, String> masks, ProgressListener listener) {
        this.table = table;
        this.masks = masks;
        this.listener = listener;
        this.ranges = table.ranges();
        this.parts = new AtomicReferenceArray<>(ranges.size());
        this.open = new AtomicInteger(ranges.size());
    }

    /** One for each range; none where the table holds nothing. */
    List<CaptureTask> tasks() {
        return IntStream.range(0, ranges.size())
                .<CaptureTask>mapToObj(RangeTask::new)
                .toList();
    }

    /** What the manifest says of the table, once all tasks are done. */
    TableContent content() {
        List<Chunk> chunks = new ArrayList<>();
        RowsDigest digest = new RowsDigest();
        long bytes = 0;
        for (int i = 0; i < parts.length(); i++) {
            CapturedRows part = parts.get(i);
            chunks.addAll(part.chunks());
            digest.add(part.digest());
            bytes += part.bytes();
        }
        return new TableContent(
                table.schema(),
                table.name(),
                table.loadInto(),
                table.copied().stream().map(Column::name).toList(),
                "text",
                table.condition(),
                digest.rows(),
                bytes,
                digest.hex(),
                chunks);
    }

    private final class RangeTask implements CaptureTask {

        private final int number;

        RangeTask(int number) {
            this.number = number;
        }

        @Override
        public String subject() {
            return table.toString();
        }

        @Override
        public boolean masks() {
            return !masks.isEmpty();
        }

        @Override
        public void run(SnapshotReader reader) throws SQLException {
            parts.set(number, reader.rows(table, CopyQuery.of(table, ranges.get(number), masks)));
            if (open.decrementAndGet() == 0) {
                TableContent done = content();
                listener.on(new ProgressEvent.TableDone(subject(), done.rows(), done.bytes()));
            }
        }
    }
}
