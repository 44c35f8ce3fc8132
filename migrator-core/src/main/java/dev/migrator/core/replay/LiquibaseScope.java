package dev.migrator.core.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps Liquibase quiet while it works: it would print the values of rows that a statement was refused for, and report its use to its
 * maker. What it has to say comes as an exception.
 */
final class LiquibaseScope {

    private static final String SCOPE = "liquibase.Scope";

    private LiquibaseScope() {}

    static <T> T within(Mirror mirror, Supplier<T> work) {
        Map<String, Object> values = new HashMap<>();
        values.put("ui", mirror.make("liquibase.ui.LoggerUIService"));
        values.put("logService", SilentLog.as(mirror.type("liquibase.logging.LogService")));
        values.put("liquibase.analytics.enabled", false);
        Object scope = mirror.get(SCOPE, null, "enter", values);
        try {
            return work.get();
        } finally {
            mirror.call(SCOPE, null, "exit", scope);
        }
    }
}
