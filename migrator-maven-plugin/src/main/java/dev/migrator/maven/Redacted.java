package dev.migrator.maven;

import dev.migrator.postgres.ServerRefusal;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A copy of an exception, cause by cause and line by line, without what PostgreSQL tells of rows. */
final class Redacted extends Exception {

    private static final long serialVersionUID = 1L;

    private final String originalClass;

    private Redacted(Throwable original, @Nullable Throwable cause) {
        super(message(original), cause, false, true);
        this.originalClass = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    static Throwable copy(Throwable original) {
        return copy(original, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable copy(Throwable original, Set<Throwable> seen) {
        seen.add(original);
        Throwable cause = original.getCause();
        return new Redacted(original, cause == null || seen.contains(cause) ? null : copy(cause, seen));
    }

    static @Nullable String message(Throwable original) {
        return original instanceof SQLException sql ? ServerRefusal.of(sql).message() : original.getMessage();
    }

    /** As the original would have printed itself. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // a stack trace prints this, and Maven's sentence the message
    public String toString() {
        return getMessage() == null ? originalClass : originalClass + ": " + getMessage();
    }
}
