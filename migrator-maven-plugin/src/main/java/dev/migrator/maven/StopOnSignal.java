package dev.migrator.maven;

import dev.migrator.core.Effects;
import dev.migrator.core.OpenConnections;
import dev.migrator.error.MigratorException;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What Ctrl-C, or a CI server that cancels a job, does to a goal: its work is stopped as if it had failed, so that it clears away behind
 * itself, and one line says what became of it. Without this the JVM would end in the midst of it, and a busy server would work on for
 * nobody.
 *
 * <p>For one piece of work of the thread that makes it; stopped by the thread in which the JVM ends.
 */
final class StopOnSignal {

    /** A second Ctrl-C has no effect while the first is being obeyed. */
    private static final int ROUNDS = 300;

    private static final long ROUND_MILLIS = 100;

    private final String goal;
    private final MigratorException stopped;
    private final Consumer<String> say;
    private final OpenConnections connections = new OpenConnections();
    private final Thread worker = Thread.currentThread();
    private final Thread stopper = new Thread(this::stop, "migrator-stop");
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean landing;
    private boolean asked;
    private volatile String outcome;

    /**
     * @param goal as a user types it
     * @param kept what is as it was although the goal was stopped, as a clause
     * @param say prints a line
     */
    StopOnSignal(String goal, String kept, Consumer<String> say) {
        this.goal = goal;
        this.stopped = new MigratorException(
                "stopped by a signal, " + kept, goal, "Run it again; it begins anew and clears away what is left");
        this.say = say;
        this.outcome = goal + " was not stopped in time; the next run clears away what is left";
    }

    /** The real ones, in which whatever waits for a server can be stopped. */
    Effects effects() {
        return connections.watching(Effects.REAL);
    }

    /** Hears from where on the work is not to be stopped. */
    ProgressListener hearing(ProgressListener listener) {
        return event -> {
            if (event instanceof ProgressEvent.Landing) {
                land();
            }
            listener.on(event);
        };
    }

    /**
     * Does the work.
     *
     * @throws MigratorException in place of whatever the work fails with once it is told to stop
     */
    List<String> around(Callable<List<String>> work) throws Exception {
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            List<String> told = work.call();
            outcome = goal + " was all but done when the signal came, and has been finished";
            return told;
        } catch (Exception e) {
            outcome = isAsked()
                    ? String.valueOf(stopped.getMessage())
                    : goal + " failed when the signal came; run it again";
            throw isAsked() ? stopped : e;
        } finally {
            ended.countDown();
            leave();
        }
    }

    /** What the JVM runs when it is told to end. */
    void stop() {
        OpenConnections.Open busy = connections.now();
        if (ask()) {
            worker.interrupt();
            awaitEnd(busy::cancelStatements);
        } else {
            awaitEnd(() -> {});
        }
        say.accept(outcome);
    }

    private void awaitEnd(Runnable eachRound) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                eachRound.run();
                if (ended.await(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean ask() {
        asked = !landing;
        return asked;
    }

    private synchronized boolean isAsked() {
        return asked;
    }

    private synchronized void land() {
        landing = !asked;
    }

    /** Where the JVM is ending, waits for the line, lest Maven's own words come before it. */
    private void leave() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            awaitLine();
        }
    }

    private void awaitLine() {
        boolean interrupted = Thread.interrupted();
        try {
            stopper.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
