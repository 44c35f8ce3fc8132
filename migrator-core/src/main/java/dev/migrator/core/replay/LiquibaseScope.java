package dev.migrator.core.replay;

import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Liquibase quiet while it works: it would print the values of rows that a statement was refused for, and report its use to its
 * maker. What it has to say comes as an exception.
 */
final class LiquibaseScope {

    private static final String SCOPE = "liquibase.Scope";

    private LiquibaseScope() {}

    static <T> T within(Mirror mirror, Supplier<T> work) {
        // The JVM forgets the level of a logger that nobody holds.
        Logger logger = Logger.getLogger("liquibase");
        Level before = logger.getLevel();
        logger.setLevel(Level.OFF);
        Object scope = mirror.get(
                SCOPE,
                null,
                "enter",
                Map.of("ui", mirror.make("liquibase.ui.LoggerUIService"), "liquibase.analytics.enabled", false));
        try {
            return work.get();
        } finally {
            mirror.call(SCOPE, null, "exit", scope);
            logger.setLevel(before);
        }
    }
}
