package dev.migrator.core.replay;

import dev.migrator.migration.MigrationEvent;
import dev.migrator.migration.MigrationListener;
import dev.migrator.migration.MigrationProblem;
import dev.migrator.profile.event.ProgressEvent;
import dev.migrator.profile.event.ProgressListener;
import java.util.Optional;

/** Tells what the migration engine says, in the events of this product. As safe for several threads as its listener. */
public final class MigrationNotices implements MigrationListener {

    private final ProgressListener listener;

    public MigrationNotices(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public void on(MigrationEvent event) {
        if (event instanceof MigrationEvent.Started started) {
            listener.on(new ProgressEvent.StepStarted("applying " + started.filename()));
        } else {
            notice(event).ifPresent(words -> listener.on(new ProgressEvent.Notice(words)));
        }
    }

    /** What people should hear of an event; empty where the end of the replay says it. */
    private static Optional<String> notice(MigrationEvent event) {
        if (event instanceof MigrationEvent.Waiting waiting) {
            return Optional.of("somebody else is migrating this database: " + waiting.holder());
        }
        if (event instanceof MigrationEvent.Abandoned abandoned) {
            return Optional.of("an earlier run was killed: " + abandoned.who());
        }
        if (event instanceof MigrationEvent.Warned warned) {
            MigrationProblem problem = warned.problem();
            return Optional.of(problem.problem() + ": " + problem.subject() + ". " + problem.fix());
        }
        if (event instanceof MigrationEvent.Tolerated tolerated) {
            return Optional.of("changed nothing: " + tolerated.filename() + ", " + tolerated.what());
        }
        if (event instanceof MigrationEvent.Resumed resumed) {
            return Optional.of("going on with " + resumed.filename()
                    + " behind the statements that are in the database (" + resumed.statements() + ")");
        }
        if (event instanceof MigrationEvent.Retried retried) {
            return Optional.of("trying again in " + retried.after().toMillis() + " ms: " + retried.filename() + ", "
                    + retried.reason());
        }
        return Optional.empty();
    }
}
