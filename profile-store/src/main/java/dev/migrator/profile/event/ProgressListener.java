package dev.migrator.profile.event;

/**
 * Hears how a long piece of work goes on. Called from the threads that work; what it throws is logged and never ends the work.
 *
 * @see #NONE
 */
@FunctionalInterface
public interface ProgressListener {

    ProgressListener NONE = event -> {};

    void on(ProgressEvent event);

    /** The same listener for those who work: what it throws is logged, and it hears of bytes at most ten times a second. */
    default ProgressListener calm() {
        return new CalmListener(this, System::nanoTime);
    }
}
