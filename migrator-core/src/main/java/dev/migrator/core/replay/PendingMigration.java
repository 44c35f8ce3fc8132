package dev.migrator.core.replay;

import java.io.IOException;
import java.util.function.Consumer;

/** A migration that a replay is going to run, or would. */
public interface PendingMigration {

    /** As the engine calls it: {@code common/003_attachment.sql}. */
    String filename();

    /**
     * Reads its statements, without the rows of a COPY.
     *
     * @param reader given one after another; none where the engine does not tell them beforehand
     */
    default void statements(Consumer<String> reader) throws IOException {}
}
