package dev.migrator.profile.capture;

import dev.migrator.postgres.Database;
import dev.migrator.profile.internal.Worker;
import dev.migrator.profile.store.PackCounts;
import dev.migrator.profile.store.PackWriter;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** One of those who read side by side, with a connection and a pack of its own; says in words what the server says to it. */
final class CaptureWorker implements Worker<CaptureTask> {

    private final Database source;
    private final PackWriter packs;
    private final Consumer<PackCounts> counts;
    private final SnapshotReader reader;
    private boolean finished;

    /**
     * Connects.
     *
     * @param snapshot as the leader exported it
     * @param packs this worker's own, closed with it
     * @param progress is given each number of bytes read
     * @param counts is given what the worker has put, once it has finished
     */
    CaptureWorker(
            Database source, String snapshot, PackWriter packs, LongConsumer progress, Consumer<PackCounts> counts) {
        this.source = source;
        this.packs = packs;
        this.counts = counts;
        try {
            this.reader = SnapshotReader.connect(source, snapshot, packs::add, progress);
        } catch (SQLException e) {
            packs.close();
            throw ofTheSource(e);
        }
    }

    @Override
    public void work(CaptureTask task) {
        try {
            task.run(reader);
        } catch (SQLException e) {
            throw task.masks()
                    ? ReadFailure.ofMasks(e, task.subject(), source.server())
                    : ReadFailure.inWords(e, task.subject(), source.server());
        }
    }

    /** Puts what was read last into the store. */
    @Override
    public void finish() {
        packs.finish();
        counts.accept(packs.counts());
        finished = true;
    }

    @Override
    public void abort() {
        reader.abort();
    }

    @Override
    public void close() {
        try (packs) {
            reader.close(finished);
        } catch (SQLException e) {
            throw ofTheSource(e);
        }
    }

    private RuntimeException ofTheSource(SQLException e) {
        return ReadFailure.inWords(e, "database " + source.name(), source.server());
    }
}
