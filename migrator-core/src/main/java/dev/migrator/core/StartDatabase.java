package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.embedded.EmbeddedServer;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.database.Targets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Starts the project's embedded server, or finds that it runs. */
public final class StartDatabase {

    private final Settings settings;
    private final Effects effects;
    private final ProjectServer server;

    public StartDatabase(Settings settings, Effects effects, PostgresBinaries binaries) {
        this.settings = settings;
        this.effects = effects;
        this.server = new ProjectServer(settings, binaries);
    }

    /**
     * A server that runs.
     *
     * @param connectionFile where user and password are, as messages call it
     */
    public record Started(int major, int port, String connectionFile) {}

    /**
     * Writes {@code connection.properties} too. What it tells of a profile that was restored on this server stays, since the server may
     * have another port each time; else the database in it is the profile's, or {@code postgres} where no profile is named. What a restore
     * that was killed has left to do there is done.
     */
    public Started start() {
        EmbeddedServer running = server.start();
        new MediaPlaces(settings).completeFor(effects.databases().apply(running.maintenance()), effects.disk());
        ConnectionProperties file = new ConnectionProperties(settings, effects.disk());
        Map<String, String> former = file.read();
        Map<String, String> values = new TreeMap<>();
        if (tellsOfThisProfile(former, running)) {
            values.putAll(former);
        }
        values.putAll(ConnectionProperties.of(
                new TargetDatabase(database(running, values.get("database")), running.password(), running)));
        file.write(values);
        return new Started(running.major(), running.port(), file.shown());
    }

    /** The password is this server's alone, so it tells whose database the file is about. */
    private boolean tellsOfThisProfile(Map<String, String> former, EmbeddedServer running) {
        String restored = former.get("profile");
        return restored != null
                && running.password().equals(former.get("password"))
                && settings.find(SettingKeys.PROFILE)
                        .map(profile -> profile.value().equals(restored))
                        .orElse(true);
    }

    private Database database(EmbeddedServer running, @Nullable String restored) {
        if (restored != null) {
            return running.database(restored);
        }
        return settings.find(SettingKeys.PROFILE)
                .map(profile -> running.database(Targets.nameFor(profile)))
                .orElseGet(running::maintenance);
    }
}
