package dev.migrator.profile.capture;

import java.sql.SQLException;

/** A piece of work that any worker can do; it keeps what it has read until the manifest is written. */
interface CaptureTask {

    /** What it reads, for messages: {@code app.orders}. */
    String subject();

    /** Reads it; called once. */
    void run(SnapshotReader reader) throws SQLException;

    /** Whether the server computes masks for it, so that its errors may quote what is masked. */
    default boolean masks() {
        return false;
    }
}
