package dev.migrator.core.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** User and password from the {@code <server>} of settings.xml that {@code source.server} or {@code target.server} names. */
final class ServerLayer implements Layer {

    private final Function<String, Optional<Login>> logins;
    private final Function<SettingKey<String>, Optional<String>> known;

    ServerLayer(Function<String, Optional<Login>> logins, Function<SettingKey<String>, Optional<String>> known) {
        this.logins = logins;
        this.known = known;
    }

    @Override
    public Optional<Value> value(SettingKey<?> key) {
        if (key.equals(SettingKeys.SOURCE_USER)) {
            return text(SettingKeys.SOURCE_SERVER, Login::user);
        }
        if (key.equals(SettingKeys.SOURCE_PASSWORD)) {
            return text(SettingKeys.SOURCE_SERVER, Login::password);
        }
        if (key.equals(SettingKeys.TARGET_USER)) {
            return text(SettingKeys.TARGET_SERVER, Login::user);
        }
        return key.equals(SettingKeys.TARGET_PASSWORD)
                ? text(SettingKeys.TARGET_SERVER, Login::password)
                : Optional.empty();
    }

    private Optional<Value> text(SettingKey<String> server, Function<Login, String> part) {
        Optional<String> id = known.apply(server);
        return id.flatMap(logins)
                .map(part)
                .filter(text -> !text.isEmpty())
                .map(text ->
                        new Value.Text(text, new Origin("settings.xml <server> " + id.orElseThrow(), Path.of(""))));
    }
}
