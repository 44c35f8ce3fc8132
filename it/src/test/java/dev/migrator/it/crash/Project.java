package dev.migrator.it.crash;

import dev.migrator.core.Effects;
import dev.migrator.core.RestoreProfile;
import dev.migrator.core.UploadProfile;
import dev.migrator.core.settings.SettingSources;
import dev.migrator.core.settings.Settings;
import dev.migrator.postgres.embedded.PostgresBinaries;
import dev.migrator.profile.event.ProgressListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with one profile, {@code p}, in it, and the two use cases on it; the same in the process that is killed and in the one that
 * looks at what is left.
 *
 * @param password of source and target
 */
record Project(Path folder, String sourceUrl, String targetUrl, String user, String password) {

    static final String PROFILE = "p";

    private static final PostgresBinaries NONE = (platform, version) -> {
        throw new IllegalStateException("this project has servers of its own");
    };

    void upload(Effects effects) {
        new UploadProfile(settings(), effects, ProgressListener.NONE).upload();
    }

    void restore(Effects effects) {
        new RestoreProfile(settings(), effects, NONE, ProgressListener.NONE).restore();
    }

    Path ref() {
        return folder.resolve("profiles/p/snapshot.json");
    }

    Path restoredMedia() {
        return folder.resolve("target/migrator/media/uploads");
    }

    private Settings settings() {
        Map<String, String> properties = new HashMap<>();
        properties.put("profile", PROFILE);
        properties.put("migrator.store", "file:" + folder.resolve("store"));
        properties.put("migrator.cacheDirectory", folder.resolve("cache").toString());
        properties.put("migrator.source.url", sourceUrl);
        properties.put("migrator.source.user", user);
        properties.put("migrator.target.url", targetUrl);
        properties.put("migrator.target.user", user);
        // One worker, so that the k-th effect is the same one in each run.
        properties.put("migrator.jobs", "1");
        return Settings.resolve(new SettingSources(
                properties,
                folder,
                Map.of("MIGRATOR_SOURCE_PASSWORD", password, "MIGRATOR_TARGET_PASSWORD", password),
                Map.of(),
                folder,
                folder.resolve("target/migrator"),
                id -> Optional.empty()));
    }
}
