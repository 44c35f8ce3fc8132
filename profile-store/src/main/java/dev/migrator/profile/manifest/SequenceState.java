package dev.migrator.profile.manifest;

/** Where a sequence stood, as {@code setval(sequence, lastValue, called)} takes it. */
public record SequenceState(String schema, String name, long lastValue, boolean called) {}
