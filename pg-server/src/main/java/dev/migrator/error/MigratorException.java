package dev.migrator.error;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong in words for the person who has to mend it: the problem, the offender, and the exact command or setting that fixes it.
 *
 * <p>Each family of failures is a subclass beside the code that throws it and carries the datum (profile, table, chunk). No part may hold
 * a password or a value of a row.
 */
public class MigratorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String subject;
    private final String fix;

    /**
     * @param problem one sentence without a full stop: {@code profile does not exist}
     * @param subject what it is about: {@code customer7}, {@code public.orders}, a key of the store
     * @param fix what to do about it, as an imperative sentence without a full stop
     * @param cause what the server or the machine said; null where the check is our own
     */
    public MigratorException(String problem, String subject, String fix, @Nullable Throwable cause) {
        super(problem + ": " + subject + ". " + fix, cause);
        this.problem = problem;
        this.subject = subject;
        this.fix = fix;
    }

    public MigratorException(String problem, String subject, String fix) {
        this(problem, subject, fix, null);
    }

    public String problem() {
        return problem;
    }

    public String subject() {
        return subject;
    }

    public String fix() {
        return fix;
    }
}
