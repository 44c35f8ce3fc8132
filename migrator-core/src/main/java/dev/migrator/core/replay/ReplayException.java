package dev.migrator.core.replay;

import dev.migrator.error.MigratorException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An engine of the project could not be used, or failed. */
public final class ReplayException extends MigratorException {

    private static final long serialVersionUID = 1L;

    ReplayException(String problem, String subject, String fix) {
        super(problem, subject, fix);
    }

    /**
     * The project's engine failed.
     *
     * @param words its own, or null where they would be a driver's; a statement or a row must not stand in them
     * @param thrown by it; it does not become the cause, since its messages quote statements and rows
     */
    static ReplayException of(String engine, String subject, @Nullable String words, Throwable thrown) {
        SQLException refusal = refusal(thrown);
        String what = refusal != null ? said(refusal) : words == null ? name(thrown) : words;
        return new ReplayException(
                engine + " failed, " + what,
                subject,
                "Correct the migration or " + engine + "'s configuration; the target of a restore is as it was");
    }

    /** The innermost is the server's: a batch puts a statement of its own around it. */
    private static @Nullable SQLException refusal(Throwable thrown) {
        SQLException found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            found = cause instanceof SQLException sql ? sql : found;
        }
        return found;
    }

    /** The first line is the server's message; DETAIL and CONTEXT, which hold row values, follow it. Data exceptions quote values. */
    private static String said(SQLException refusal) {
        String state = refusal.getSQLState() == null ? "none" : refusal.getSQLState();
        String message = refusal.getMessage();
        boolean quotes = state.startsWith("22")
                || state.equals("P0001")
                || state.equals("P0004")
                || refusal instanceof BatchUpdateException;
        return (quotes || message == null
                        ? "a statement was refused"
                        : message.lines().findFirst().orElse(""))
                + " (SQLSTATE " + state + ")";
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }
}
