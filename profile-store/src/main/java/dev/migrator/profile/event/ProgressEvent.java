package dev.migrator.profile.event;

/** A step of a long piece of work. */
public sealed interface ProgressEvent {

    /** A step begins; {@code step} is a participle with its object: {@code reading the catalog}, {@code loading rows}. */
    record StepStarted(String step) implements ProgressEvent {}

    /** A step's work has moved on: {@code done} of {@code total} bytes; {@code total} is 0 where it is unknown. */
    record BytesDone(String step, long done, long total) implements ProgressEvent {}

    /** One table is captured or loaded. */
    record TableDone(String table, long rows, long bytes) implements ProgressEvent {}

    /** Something that the user should know, and that is no error. */
    record Notice(String text) implements ProgressEvent {}

    /** From here on it is quicker, and safer, to let the work be done than to stop it; an interrupt before this still ends it. */
    record Landing() implements ProgressEvent {}
}
