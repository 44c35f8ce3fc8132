package dev.migrator.maven;

import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressEvent.BytesDone;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.event.ProgressEvent.StepStarted;
import dev.migrator.profile.event.ProgressEvent.TableDone;
import dev.migrator.profile.event.ProgressListener;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * How far the work is: a line at the bottom of a terminal that is written over and over; elsewhere ({@code -B}, CI, no terminal) a line in
 * the log every ten seconds; nothing under {@code -q}. Safe for use by several threads. Nothing that goes wrong here ends the work.
 */
final class ConsoleProgress implements ProgressListener, AutoCloseable {

    private static final long LINE_MILLIS = 10_000;
    private static final long FOOTER_MILLIS = 100;

    private final Log log;
    private final boolean terminal;
    private final ScheduledExecutorService ticker;
    private final StatusLine status = new StatusLine();
    private boolean footerShown;

    private ConsoleProgress(Log log, boolean terminal) {
        this.log = log;
        this.terminal = terminal;
        this.ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "migrator-progress");
            thread.setDaemon(true);
            return thread;
        });
        long period = terminal ? FOOTER_MILLIS : LINE_MILLIS;
        if (log.isInfoEnabled()) {
            // Its result is never there: it goes on until close.
            var unused = ticker.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
        }
    }

    static ConsoleProgress of(MavenSession session, Log log) {
        return new ConsoleProgress(log, Terminal.isThere(session));
    }

    @Override
    public void on(ProgressEvent event) {
        try {
            hear(event);
        } catch (RuntimeException e) {
            log.debug("Progress could not be shown", e);
        }
    }

    private void hear(ProgressEvent event) {
        if (event instanceof StepStarted started) {
            status.step(started.step());
        } else if (event instanceof BytesDone bytes) {
            status.bytes(bytes.step(), bytes.done(), bytes.total());
        } else if (event instanceof TableDone table) {
            status.table(table.table(), table.rows());
        } else if (event instanceof Notice notice) {
            clear();
            log.info(notice.text());
        }
    }

    private synchronized void show() {
        String line = status.text();
        if (line.isEmpty()) {
            return;
        }
        if (!terminal) {
            log.info(line);
            return;
        }
        System.out.print("\r\033[K" + line);
        System.out.flush();
        footerShown = true;
    }

    private synchronized void clear() {
        if (footerShown) {
            System.out.print("\r\033[K");
            System.out.flush();
            footerShown = false;
        }
    }

    /** Takes the line away and shows no other. */
    @Override
    public void close() {
        ticker.shutdownNow();
        clear();
    }
}
