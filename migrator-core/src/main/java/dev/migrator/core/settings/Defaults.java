package dev.migrator.core.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What holds where nobody says anything. */
final class Defaults implements Layer {

    private final SettingSources sources;

    Defaults(SettingSources sources) {
        this.sources = sources;
    }

    @Override
    public Optional<Value> value(SettingKey<?> key) {
        Optional<String> text;
        if (key.equals(SettingKeys.STORE)) {
            text = Optional.of("file:" + userData().resolve(project()));
        } else if (key.equals(SettingKeys.MEDIA_DIRECTORY)) {
            text = Optional.of(sources.outputFolder().resolve("media").toString());
        } else {
            text = key.defaultText();
        }
        return text.map(words -> new Value.Text(words, new Origin(Origin.DEFAULT, sources.projectFolder())));
    }

    /** The folder that the operating system keeps for what must not be lost, unlike the cache. */
    private Path userData() {
        Map<String, String> environment = sources.environment();
        Path home = Path.of(System.getProperty("user.home"));
        String windows = environment.get("LOCALAPPDATA");
        String xdg = environment.get("XDG_DATA_HOME");
        if (windows != null) {
            return Path.of(windows, "migrator", "store");
        }
        boolean usable = xdg != null && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".local").resolve("share"))
                .resolve("migrator")
                .resolve("store");
    }

    /** Two projects on one machine may both have a profile of some name; so each has a store of its own. */
    private String project() {
        Path folder = sources.projectFolder();
        UUID hash = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8));
        return (folder.getFileName() == null ? "root" : folder.getFileName()) + "-"
                + hash.toString().substring(0, 8);
    }
}
