package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.embedded.EmbeddedServer;
import dev.migrator.postgres.embedded.EmbeddedServers;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.postgres.embedded.ServerSpec;

/** The embedded server of this project, of the major that the settings name. */
final class ProjectServer {

    private final EmbeddedServers servers;
    private final ServerSpec spec;

    ProjectServer(Settings settings, PostgresBinaries binaries) {
        this.servers = new EmbeddedServers(binaries, settings.get(SettingKeys.CACHE_DIRECTORY));
        this.spec = ServerSpec.ofProject(settings.projectFolder(), settings.get(SettingKeys.POSTGRES));
    }

    EmbeddedServer start() {
        return servers.findOrStart(spec);
    }

    /** Stops it; true where one ran. */
    boolean stop() {
        return servers.stop(spec);
    }
}
