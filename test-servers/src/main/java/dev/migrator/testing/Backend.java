package dev.migrator.testing;

import java.util.Locale;
import org.testcontainers.DockerClientFactory;

/** What the servers of the tests run on, as {@code -Dit.backend=embedded|docker|auto} says. */
enum Backend {
    EMBEDDED,
    DOCKER;

    private static final String PROPERTY = "it.backend";

    /** {@code auto} is Docker where an engine answers. */
    static Backend chosen() {
        String wanted = System.getProperty(PROPERTY, "embedded").toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "embedded" -> EMBEDDED;
            case "docker" -> DOCKER;
            case "auto" -> DockerClientFactory.instance().isDockerAvailable() ? DOCKER : EMBEDDED;
            default -> throw new IllegalArgumentException(PROPERTY + " is embedded, docker or auto, not " + wanted);
        };
    }
}
