package dev.migrator.profile.internal;

/**
 * One of a {@link Crew}: does tasks, one at a time, with what it has opened for them. Made, used and closed by one thread, but for {@link
 * #abort()}.
 */
public interface Worker<T> extends AutoCloseable {

    /** Does a task; throws where it cannot, which stops the whole crew. */
    void work(T task);

    /** Brings to an end what its tasks have begun together; called when no task is left and none has failed. */
    default void finish() {}

    /** Makes whatever the worker waits for fail; called by another thread, perhaps more than once or just too late. */
    void abort();

    /** Lets go of all that it has opened; what is not finished is given up. */
    @Override
    void close();
}
