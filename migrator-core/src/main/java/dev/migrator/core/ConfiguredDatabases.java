package dev.migrator.core;

import dev.migrator.core.settings.SettingKey;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import dev.migrator.postgres.embedded.EmbeddedServer;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.database.Targets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The databases that the settings name. */
final class ConfiguredDatabases {

    private static final Pattern PASSWORD_IN_URL = Pattern.compile("[?&]password=([^&]*)");

    private final Settings settings;
    private final Effects effects;
    private final ProjectServer server;

    ConfiguredDatabases(Settings settings, Effects effects, PostgresBinaries binaries) {
        this.settings = settings;
        this.effects = effects;
        this.server = new ProjectServer(settings, binaries);
    }

    /** @throws dev.migrator.core.settings.MissingSettingException where no source is configured */
    Database source() {
        return open(settings.require(SettingKeys.SOURCE_URL), SettingKeys.SOURCE_USER, SettingKeys.SOURCE_PASSWORD);
    }

    /** Empty where no source is configured. */
    Optional<Database> sourceIfAny() {
        return settings.find(SettingKeys.SOURCE_URL).map(url -> source());
    }

    /** The database of the configured server; without one, {@code test_<profile>} of our own server, which is started. */
    TargetDatabase target() {
        Optional<String> url = settings.find(SettingKeys.TARGET_URL);
        if (url.isEmpty()) {
            EmbeddedServer running = server.start();
            Database database = effects.databases().apply(running.database(Targets.nameFor(settings.profile())));
            return new TargetDatabase(database, running.password(), true);
        }
        Database database = open(url.get(), SettingKeys.TARGET_USER, SettingKeys.TARGET_PASSWORD);
        String password = settings.find(SettingKeys.TARGET_PASSWORD)
                .or(() -> passwordIn(url.get()))
                .orElse(null);
        return new TargetDatabase(database, password, false);
    }

    private Database open(String url, SettingKey<String> user, SettingKey<String> password) {
        Credentials credentials = new Credentials(
                settings.find(user).orElse(null), settings.find(password).orElse(null));
        return effects.databases().apply(JdbcDatabase.of(url, credentials));
    }

    private static Optional<String> passwordIn(String url) {
        Matcher parameter = PASSWORD_IN_URL.matcher(url);
        return parameter.find()
                ? Optional.of(URLDecoder.decode(parameter.group(1), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
