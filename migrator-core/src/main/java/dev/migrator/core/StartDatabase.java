package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.embedded.EmbeddedServer;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.database.Targets;
import dev.migrator.profile.disk.Disk;

/** Starts the project's embedded server, or finds that it runs. */
public final class StartDatabase {

    private final Settings settings;
    private final Disk disk;
    private final ProjectServer server;

    public StartDatabase(Settings settings, Effects effects, PostgresBinaries binaries) {
        this.settings = settings;
        this.disk = effects.disk();
        this.server = new ProjectServer(settings, binaries);
    }

    /**
     * A server that runs.
     *
     * @param connectionFile where user and password are, as messages call it
     */
    public record Started(int major, int port, String connectionFile) {}

    /** Writes {@code connection.properties} too; the database in it is the profile's, or {@code postgres} where no profile is named. */
    public Started start() {
        EmbeddedServer running = server.start();
        Database database = settings.find(SettingKeys.PROFILE)
                .map(profile -> running.database(Targets.nameFor(profile)))
                .orElseGet(running::maintenance);
        ConnectionProperties file = new ConnectionProperties(settings, disk);
        file.write(ConnectionProperties.of(new TargetDatabase(database, running.password(), true)));
        return new Started(running.major(), running.port(), file.shown());
    }
}
