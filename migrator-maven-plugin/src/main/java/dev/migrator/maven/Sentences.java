package dev.migrator.maven;

import dev.migrator.error.MigratorException;
import java.sql.SQLException;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Turns what went wrong into the one sentence that Maven prints: problem, subject, fix. What PostgreSQL tells of rows stays out of it, and
 * out of the causes that {@code -e} prints.
 */
final class Sentences {

    private final boolean showRowValues;

    Sentences(boolean showRowValues) {
        this.showRowValues = showRowValues;
    }

    /** A failure that its reader can mend has a sentence of its own; anything else says what it is, with its cause. */
    AbstractMojoExecutionException of(Throwable thrown) {
        if (thrown instanceof MigratorException known) {
            MojoFailureException failure = new MojoFailureException(known.getMessage() + rowValues(known));
            // Not as its cause, since Maven appends the messages of all causes to the sentence; -e prints this one too.
            failure.addSuppressed(printable(known));
            return failure;
        }
        String message = "unexpected failure: " + words(thrown) + rowValues(thrown)
                + ". Run again with -e and report what it prints";
        return new MojoExecutionException(message, asException(printable(thrown)));
    }

    private static String words(Throwable thrown) {
        String message = Redacted.message(thrown);
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** What PostgreSQL said in full, for those who asked for it. */
    private String rowValues(Throwable thrown) {
        for (Throwable cause = thrown; showRowValues && cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return " [" + sql.getMessage() + "]";
            }
        }
        return "";
    }

    private Throwable printable(Throwable thrown) {
        return showRowValues ? thrown : Redacted.copy(thrown);
    }

    private static Exception asException(Throwable thrown) {
        return thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
    }
}
