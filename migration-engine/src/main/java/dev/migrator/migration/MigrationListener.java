package dev.migrator.migration;

/**
 * Hears how a replay goes on, on the thread that replays. What it throws is logged and never ends the replay.
 *
 * @see #NONE
 */
@FunctionalInterface
public interface MigrationListener {

    /** Hears nothing. */
    MigrationListener NONE = event -> {};

    /** Hears of one step. */
    void on(MigrationEvent event);
}
