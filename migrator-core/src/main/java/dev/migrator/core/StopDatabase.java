package dev.migrator.core;

import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.embedded.PostgresBinaries;

/** Stops the project's embedded server; its databases are kept. */
public final class StopDatabase {

    private final ProjectServer server;

    public StopDatabase(Settings settings, PostgresBinaries binaries) {
        this.server = new ProjectServer(settings, binaries);
    }

    /** Stops it; true where one ran. */
    public boolean stop() {
        return server.stop();
    }
}
