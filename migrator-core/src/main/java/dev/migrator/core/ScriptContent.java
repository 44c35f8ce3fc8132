package dev.migrator.core;

import dev.migrator.core.settings.SettingKeys;
import dev.migrator.core.settings.Settings;
import dev.migrator.migration.ScriptRunner;
import dev.migrator.postgres.Database;
import dev.migrator.profile.capture.MediaFolder;
import dev.migrator.profile.event.ProgressEvent.StepStarted;
import dev.migrator.profile.event.ProgressListener;
import dev.migrator.profile.media.FolderMedia;
import dev.migrator.profile.media.MediaPlacement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The content of a profile that lies in Git in full: {@code schema.sql}, {@code data.sql}, and its media folders. */
final class ScriptContent {

    private ScriptContent() {}

    /** @throws ProfileException where there is no schema.sql */
    static ProfileContent of(Settings settings, ProfileFolder folder, ProgressListener listener) {
        if (!Files.isRegularFile(folder.schemaFile())) {
            throw ProfileException.noScript(folder.name(), settings.shown(folder.schemaFile()));
        }
        List<MediaFolder> media = settings.find(SettingKeys.MEDIA).orElse(List.of());
        return new ProfileContent(
                null,
                fresh -> fill(fresh, folder, listener),
                new MediaPlacement(
                        new MediaPlaces(settings).of(media.stream().map(MediaFolder::name)),
                        new FolderMedia(
                                media.stream().collect(Collectors.toMap(MediaFolder::name, MediaFolder::path)))),
                0,
                0,
                0);
    }

    private static void fill(Database fresh, ProfileFolder folder, ProgressListener listener) throws SQLException {
        ScriptRunner scripts = new ScriptRunner(fresh);
        for (Path script : List.of(folder.schemaFile(), folder.dataFile())) {
            if (Files.isRegularFile(script)) {
                listener.on(new StepStarted("running " + script.getFileName()));
                scripts.run(script);
            }
        }
        try (var connection = fresh.connect();
                var statement = connection.createStatement()) {
            // A backfill without statistics is ten times slower.
            statement.execute("ANALYZE");
        }
    }
}
