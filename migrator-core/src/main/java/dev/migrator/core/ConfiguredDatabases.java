package dev.migrator.core;

import dev.migrator.catalog.TestedMajors;
import dev.migrator.core.settings.ResolvedSetting;
import dev.migrator.core.settings.SettingKey;
import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.Credentials;
import dev.migrator.postgres.Database;
import dev.migrator.postgres.JdbcDatabase;
import dev.migrator.postgres.embedded.EmbeddedServer;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.database.Targets;
import dev.migrator.profile.event.ProgressEvent.Notice;
import dev.migrator.profile.event.ProgressListener;
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
    private final ProgressListener listener;

    ConfiguredDatabases(Settings settings, Effects effects, ProgressListener listener) {
        this.settings = settings;
        this.effects = effects;
        this.listener = listener;
    }

    /**
     * The database to capture.
     *
     * @throws dev.migrator.core.settings.MissingSettingException where none is configured
     * @throws AbsentServerException where it is to be logged in to by a server that settings.xml does not have
     */
    Database source() {
        String url = settings.require(SettingKeys.SOURCE_URL);
        tellOfAbsentServer(DatabaseKeys.SOURCE, url);
        return tested(open(url, DatabaseKeys.SOURCE), TestedMajors.READ);
    }

    /** The database that must not be written; empty where none is configured. Those who restore need not be able to log in there. */
    Optional<Database> sourceIfAny() {
        return settings.find(SettingKeys.SOURCE_URL).map(url -> open(url, DatabaseKeys.SOURCE));
    }

    /**
     * The database of the configured server; without one, {@code test_<profile>} of our own server, which is started. What a restore that
     * was killed has left to do there is done, unless this is a dry run.
     *
     * @param binaries for our own server
     * @throws AbsentServerException where it is to be logged in to by a server that settings.xml does not have
     */
    TargetDatabase target(PostgresBinaries binaries) {
        return completed(targetAsItIs(binaries));
    }

    /** The same for a restore, which needs a server that what was read can be written on exactly. */
    TargetDatabase restoreTarget(PostgresBinaries binaries) {
        TargetDatabase target = targetOfAnyMajor(binaries);
        return completed(target.as(tested(target.database(), TestedMajors.WRITTEN)));
    }

    private TargetDatabase completed(TargetDatabase target) {
        if (!settings.get(SettingKeys.DRY_RUN)) {
            new MediaPlaces(settings).completeFor(target.database(), effects.disk());
        }
        return target;
    }

    /** The same for those who only read: nothing is completed. */
    TargetDatabase targetAsItIs(PostgresBinaries binaries) {
        TargetDatabase target = targetOfAnyMajor(binaries);
        return target.as(tested(target.database(), TestedMajors.READ));
    }

    private TargetDatabase targetOfAnyMajor(PostgresBinaries binaries) {
        return settings.find(SettingKeys.TARGET_URL).map(this::configuredTarget).orElseGet(() -> ownTarget(binaries));
    }

    private Database tested(Database database, TestedMajors majors) {
        return settings.get(SettingKeys.UNTESTED_SERVERS) ? database : majors.only(database);
    }

    /** A database of the target's server, or of our own, which is started; it need not exist. */
    Database serverAtHand(PostgresBinaries binaries) {
        return settings.find(SettingKeys.TARGET_URL).isPresent()
                        || settings.find(SettingKeys.PROFILE).isPresent()
                ? targetAsItIs(binaries).database()
                : effects.databases()
                        .apply(new ProjectServer(settings, binaries).start().maintenance());
    }

    /** Any database by its URL. */
    Database at(String url, SettingKey<String> password) {
        Credentials credentials = new Credentials(null, settings.find(password).orElse(null));
        return tested(effects.databases().apply(JdbcDatabase.of(url, credentials)), TestedMajors.READ);
    }

    private TargetDatabase configuredTarget(String url) {
        tellOfAbsentServer(DatabaseKeys.TARGET, url);
        String password = password(DatabaseKeys.TARGET, url).orElse(null);
        return new TargetDatabase(open(url, DatabaseKeys.TARGET), password, null);
    }

    private TargetDatabase ownTarget(PostgresBinaries binaries) {
        EmbeddedServer running = new ProjectServer(settings, binaries).start();
        Database database = effects.databases().apply(running.database(Targets.nameFor(settings.profile())));
        return new TargetDatabase(database, running.password(), running);
    }

    private Database open(String url, DatabaseKeys keys) {
        Credentials credentials = new Credentials(
                settings.find(keys.user()).orElse(null),
                settings.find(keys.password()).orElse(null));
        return effects.databases().apply(JdbcDatabase.of(url, credentials));
    }

    /**
     * A committed file names the server for all machines, and offers it beside other ways to log in; so its absence is an error only where
     * this run asks for it and nothing else is given. A password file, which only the driver reads, may do as well.
     */
    private void tellOfAbsentServer(DatabaseKeys keys, String url) {
        Optional<ResolvedSetting<String>> absent = settings.absentServer(keys.server());
        if (absent.isEmpty()) {
            return;
        }
        ResolvedSetting<String> named = absent.get();
        boolean asked = named.origin().isOfThisRun();
        boolean otherPassword = password(keys, url).isPresent();
        if (asked && !otherPassword) {
            throw new AbsentServerException(named, keys.password());
        }
        if (asked || !otherPassword) {
            listener.on(new Notice("settings.xml has no <server> " + named.value() + " (" + named.origin()
                    + "); logging in without it"));
        }
    }

    private Optional<String> password(DatabaseKeys keys, String url) {
        return settings.find(keys.password()).or(() -> passwordIn(url));
    }

    private static Optional<String> passwordIn(String url) {
        Matcher parameter = PASSWORD_IN_URL.matcher(url);
        return parameter.find()
                ? Optional.of(URLDecoder.decode(parameter.group(1), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
