package dev.migrator.core.settings;

/** Whose migrations a project has. */
public enum ReplayWith {
    /** SQL files in {@code migrations/}, run by migrator. */
    SQL,
    FLYWAY,
    LIQUIBASE,
    /** Whatever {@code replayCommand} does. */
    COMMAND;

    /** As users write it: {@code sql}. */
    @Override
    public String toString() {
        return ScalarType.word(this);
    }
}
